/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.messages;

import br.com.pilotstatus.simulator.api.operation.OperationCall;
import br.com.pilotstatus.simulator.http.ApiAnswer;
import br.com.pilotstatus.simulator.state.MessageStatus;
import br.com.pilotstatus.simulator.state.SimulatedMessage;
import br.com.pilotstatus.simulator.state.World;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /analytics/dashboard}: counts of what the number sent. Since it names no 400, what it cannot read is the default. */
final class DashboardResource {

    private static final Map<String, Integer> PERIODS = Map.of("7d", 7, "30d", 30, "90d", 90);

    private final World world;

    DashboardResource(World world) {
        this.world = world;
    }

    ApiAnswer get(OperationCall call) {
        String period = call.query().apply("period");
        int days = PERIODS.getOrDefault(period == null ? "30d" : period, 30);
        String zone = call.query().apply("tz");
        ZoneId zoneId = zone(zone == null ? call.query().apply("timezone") : zone);
        Instant end = world.clock().now();
        Instant start = end.minus(Duration.ofDays(days));
        String numberId = call.requireNumber().id();
        List<SimulatedMessage> now = between(numberId, start, end);
        List<SimulatedMessage> before = between(numberId, start.minus(Duration.ofDays(days)), start);
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("totalSent", sent(now))
                .put("totalFailed", failed(now))
                .put("sentPercentChange", change(sent(before), sent(now)))
                .put("failedPercentChange", change(failed(before), failed(now)))
                .put("failureRate", now.isEmpty() ? 0 : 100.0 * failed(now) / now.size());
        addDays(body.putArray("dailyMessages"), now, end.atZone(zoneId).toLocalDate(), days, zoneId);
        body.putObject("statusDistribution")
                .put("queued", count(now, MessageStatus.QUEUED))
                .put("sent", count(now, MessageStatus.SENT) + count(now, MessageStatus.DELIVERED))
                .put("failed", failed(now))
                .put("read", count(now, MessageStatus.READ));
        return ApiAnswer.ok(body);
    }

    private List<SimulatedMessage> between(String numberId, Instant after, Instant until) {
        return world.messages().of(numberId).stream()
                .filter(message -> message.progress().createdAt().isAfter(after)
                        && !message.progress().createdAt().isAfter(until))
                .toList();
    }

    private static void addDays(
            ArrayNode daily, List<SimulatedMessage> messages, LocalDate today, int days, ZoneId zone) {
        Map<LocalDate, Long> counts = messages.stream()
                .collect(Collectors.groupingBy(
                        message -> message.progress().createdAt().atZone(zone).toLocalDate(), Collectors.counting()));
        for (LocalDate day = today.minusDays(days - 1L); !day.isAfter(today); day = day.plusDays(1)) {
            daily.addObject().put("date", day.toString()).put("count", counts.getOrDefault(day, 0L));
        }
    }

    private static ZoneId zone(String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static long sent(List<SimulatedMessage> messages) {
        return messages.stream()
                .filter(message -> message.progress().sentAt() != null)
                .count();
    }

    private static long failed(List<SimulatedMessage> messages) {
        return count(messages, MessageStatus.FAILED);
    }

    private static long count(List<SimulatedMessage> messages, MessageStatus status) {
        return messages.stream().filter(message -> message.status() == status).count();
    }

    private static double change(long before, long now) {
        if (before == 0) {
            return now == 0 ? 0 : 100;
        }
        return 100.0 * (now - before) / before;
    }
}
