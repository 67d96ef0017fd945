/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import br.com.pilotstatus.camel.RecordingServer;
import br.com.pilotstatus.camel.model.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Answers for the message history of a number, as a test wants it: late messages, messages between two pages. */
public final class HistoryFake implements Function<RecordingServer.Request, RecordingServer.Reply> {

    static final String PHONE = "+5511977770000";

    private record Entry(Instant time, ObjectNode json) {}

    private final List<Entry> entries = new ArrayList<>();
    private IntConsumer afterPage = page -> {};
    private boolean boundsIncluded = true;
    private boolean counted = true;
    private int overcount;
    private Random shuffling;
    private Duration crowded = Duration.ofDays(10_000);

    /** A customer's message. */
    public synchronized HistoryFake received(String id, Instant time) {
        ObjectNode json = message(id, "INBOUND", time).put("status", "RECEIVED");
        entries.add(new Entry(time, json));
        return this;
    }

    /** A message of the number, in its present state. */
    synchronized HistoryFake sent(String id, String status, Instant time, Instant deliveredAt, Instant readAt) {
        ObjectNode json = message(id, "OUTBOUND", time).put("status", status).put("sentAt", time.toString());
        json.put("deliveredAt", deliveredAt == null ? null : deliveredAt.toString());
        json.put("readAt", readAt == null ? null : readAt.toString());
        entries.removeIf(entry -> entry.json().get("id").textValue().equals(id));
        entries.add(new Entry(time, json));
        return this;
    }

    private static ObjectNode message(String id, String direction, Instant time) {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("conversationId", "conv1")
                .put("direction", direction)
                .put("messageType", "text")
                .put("text", "Hello from " + id)
                .put("participantPhone", PHONE)
                .put("providerTimestamp", time.toString())
                .put("createdAt", time.toString());
    }

    /** Lets something happen after each page, which is told its number. */
    public HistoryFake afterPage(IntConsumer what) {
        afterPage = what;
        return this;
    }

    /** Leaves out what is exactly at the bounds asked for. */
    HistoryFake withoutBounds() {
        boundsIncluded = false;
        return this;
    }

    /** Says nothing of how many messages and pages there are. */
    HistoryFake uncounted() {
        counted = false;
        return this;
    }

    /** Gives messages of the same time in another order with each page. */
    HistoryFake unstable() {
        shuffling = new Random(1);
        return this;
    }

    /** Counts that many messages more than it shows. */
    public HistoryFake overcounting(int messages) {
        overcount = messages;
        return this;
    }

    /** Says of spans that are longer than that that they hold more messages than are read at once. */
    public HistoryFake crowdedBeyond(Duration span) {
        crowded = span;
        return this;
    }

    @Override
    public RecordingServer.Reply apply(RecordingServer.Request request) {
        Map<String, String> query = query(request.target());
        int page = Integer.parseInt(query.get("page"));
        String body = page(query, page, Integer.parseInt(query.get("pageSize")));
        afterPage.accept(page);
        return new RecordingServer.Reply(200, body);
    }

    private synchronized String page(Map<String, String> query, int page, int size) {
        Instant from = time(query.get("startDate"));
        Instant to = time(query.get("endDate"));
        if (shuffling != null) {
            Collections.shuffle(entries, shuffling);
        }
        List<Entry> found = entries.stream()
                .filter(entry -> isAfter(entry.time(), from, 1))
                .filter(entry -> isAfter(entry.time(), to, -1))
                .sorted(Comparator.comparing(Entry::time).reversed())
                .toList();
        ObjectNode answer = Json.mapper().createObjectNode();
        ArrayNode messages = answer.putArray("messages");
        found.stream().skip((page - 1L) * size).limit(size).map(Entry::json).forEach(messages::add);
        if (counted) {
            Duration span = Duration.between(from, to == null ? Instant.now() : to);
            boolean many = span.compareTo(crowded) > 0;
            answer.put("total", many ? HistoryReader.MOST + 1 : found.size() + overcount)
                    .put("totalPages", (found.size() + size - 1) / size);
        }
        return answer.toString();
    }

    private static Instant time(String text) {
        return text == null ? null : Instant.parse(text);
    }

    private boolean isAfter(Instant time, Instant bound, int sign) {
        if (bound == null) {
            return true;
        }
        int order = sign * time.compareTo(bound);
        return order > 0 || (boundsIncluded && order == 0);
    }

    private static Map<String, String> query(String target) {
        Map<String, String> query = new TreeMap<>();
        for (String part : target.substring(target.indexOf('?') + 1).split("&", -1)) {
            int sign = part.indexOf('=');
            query.put(part.substring(0, sign), URLDecoder.decode(part.substring(sign + 1), StandardCharsets.UTF_8));
        }
        return query;
    }
}
