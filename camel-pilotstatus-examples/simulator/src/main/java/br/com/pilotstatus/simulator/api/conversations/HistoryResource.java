/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.conversations;

import br.com.pilotstatus.simulator.api.operation.DateRange;
import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.api.operation.Paging;
import br.com.pilotstatus.simulator.api.operation.Refusals;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.Destination;
import br.com.pilotstatus.simulator.state.Destination.Kind;
import br.com.pilotstatus.simulator.state.SimulatedNumber;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code GET /messages/history}, {@code /messages/group} and {@code /messages/unread}, the newest message first. */
final class HistoryResource {

    private static final Duration KEPT = Duration.ofDays(30);

    private final World world;
    private final ChatHistory history;

    HistoryResource(World world) {
        this.world = world;
        this.history = new ChatHistory(world);
    }

    /** What the number wrote and was written in the last 30 days. */
    ApiAnswer history(OperationCall call) {
        DateRange range = DateRange.of(call.query());
        Instant oldest = world.clock().now().minus(KEPT);
        return messages(
                call,
                line -> line.providerTime().isAfter(oldest) && range.contains(line.providerTime()),
                (json, lines) -> json::ofHistory);
    }

    /** What was written in the groups of an unofficial number. */
    ApiAnswer groups(OperationCall call) {
        if (call.requireNumber().isMeta()) {
            throw Refusals.notForMeta("Meta numbers have no group messages");
        }
        DateRange range = DateRange.of(call.query());
        return messages(
                call,
                line -> line.chat().kind() == Kind.GROUP && range.contains(line.createdAt()),
                (json, lines) -> json::ofGroup);
    }

    /** What the number was written and has not answered. */
    ApiAnswer unread(OperationCall call) {
        return messages(call, ChatLine::unread, (json, lines) -> {
            Map<Destination, Long> counts =
                    lines.stream().collect(Collectors.groupingBy(ChatLine::chat, Collectors.counting()));
            return line -> json.ofUnread(line, counts.get(line.chat()));
        });
    }

    private ApiAnswer messages(
            OperationCall call,
            Predicate<ChatLine> wanted,
            BiFunction<ChatJson, List<ChatLine>, Function<ChatLine, ObjectNode>> writer) {
        SimulatedNumber number = call.requireNumber();
        Paging paging = Paging.of(call.query());
        List<ChatLine> lines = history.lines(number).stream().filter(wanted).toList();
        return paging.answer("messages", lines, writer.apply(new ChatJson(history, number), lines));
    }
}
