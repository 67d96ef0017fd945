/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegisteredWebhookTest {

    private static final Instant MORNING = Instant.parse("2026-08-01T08:00:00Z");
    private static final Subscription WANTED =
            new Subscription("https://hooks.example.com/in", "a token", List.of("message.sent", "message.read"), null);

    @Test
    void theOldestComesFirstAndOfTwoOfOneMomentTheLowerId() {
        RegisteredWebhook old = webhook("c", MORNING);
        RegisteredWebhook lower = webhook("a", MORNING.plusSeconds(1));
        RegisteredWebhook higher = webhook("b", MORNING.plusSeconds(1));
        RegisteredWebhook undated = webhook("0", null);

        assertThat(Stream.of(undated, higher, lower, old).sorted(RegisteredWebhook.OLDEST_FIRST))
                .containsExactly(old, lower, higher, undated);
    }

    @Test
    void theOrderOfEventsDoesNotMatter() {
        assertThat(WANTED.changesOf(new RegisteredWebhook(
                        "a", null, WANTED.url(), true, List.of("message.read", "message.sent"), null, MORNING)))
                .isEmpty();
    }

    @Test
    void onlyWhatDiffersIsChanged() {
        assertThat(WANTED.changesOf(
                        new RegisteredWebhook("a", null, WANTED.url(), false, WANTED.events(), null, MORNING)))
                .isEqualTo(Map.of("active", true));
        assertThat(WANTED.changesOf(
                        new RegisteredWebhook("a", null, WANTED.address(), true, WANTED.events(), null, MORNING)))
                .isEqualTo(Map.of("url", "https://hooks.example.com/in?token=a+token"));
    }

    @Test
    void neitherPrintsTheToken() {
        assertThat(WANTED.toString() + webhook("a", MORNING)).doesNotContain("token");
    }

    private static RegisteredWebhook webhook(String id, Instant createdAt) {
        return new RegisteredWebhook(id, null, WANTED.url(), true, WANTED.events(), null, createdAt);
    }
}
