/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which subscriptions know each other's events. */
class EventScopeTest {

    private static final String OLD = "tkn-3f9c2a71d04be865";
    private static final String NEW = "tkn-b86504be2a713f9c";

    private Instant now = Instant.parse("2026-08-01T12:00:00Z");
    private final MemoryClaimStore inbox = new MemoryClaimStore();

    @Test
    void whoHasAnotherTokenHasAnotherScope() {
        assertThat(with(OLD)).isNotEqualTo(with(NEW));
    }

    @Test
    void aRestartChangesNothing() {
        assertThat(with(OLD)).isEqualTo(with(OLD));
    }

    @Test
    void theScopeSurvivesTheRotationOfTheToken() {
        String before = with(OLD);

        assertThat(List.of(with(OLD, NEW), with(NEW, OLD), with(NEW))).containsOnly(before);
    }

    @Test
    void itSurvivesTheNextRotationToo() {
        String before = with(OLD);
        with(OLD, NEW);
        with(NEW, "third-5d90c2f4a8367b1e");

        assertThat(with("third-5d90c2f4a8367b1e")).isEqualTo(before);
    }

    @Test
    void aTokenThatIsGivenTwiceIsOne() {
        assertThat(with(OLD, OLD)).isEqualTo(with(OLD));
    }

    @Test
    void whereNoTokenTellsTheServerDoes() {
        assertThat(scope(null, "jetty").value())
                .isNotEqualTo(scope(null, "undertow").value());
    }

    @Test
    void aNameTellsWhateverElseIsDifferent() {
        assertThat(scope("orders", "jetty", OLD).value())
                .isEqualTo(scope("orders", "undertow", NEW).value())
                .isNotEqualTo(scope("replies", "jetty", OLD).value());
    }

    @Test
    void theTokenIsInNoKey() {
        assertThat(with(OLD)).matches("/hook\\|[0-9a-f]{16}");
    }

    @Test
    void keysOfBeforeAreKnownForTwoDays() {
        EventScope scope = scope(null, "jetty", OLD);

        assertThat(scope.knowsOldKeys()).isTrue();
        now = now.plus(EventScope.OLD_KEYS);
        assertThat(scope.knowsOldKeys()).isFalse();
        assertThat(scope(null, "jetty", OLD).knowsOldKeys()).isFalse();
    }

    @Test
    void whileAnotherNodeNamesTheScopeNobodyGuessesIt() {
        String key = "/hook|scope|" + with(OLD).substring("/hook|".length());
        MemoryClaimStore other = new MemoryClaimStore();
        other.claim(key, "", Duration.ofMinutes(1));
        EventScope scope = new EventScope(other, () -> now, EventScopeTest::fail, null, "/hook", "jetty", List.of(OLD));

        assertThatThrownBy(scope::value).isInstanceOf(IllegalStateException.class);
        other.done(key, "first 0");
        assertThat(scope.value()).isEqualTo("/hook|first");
    }

    private static void fail(String what, Throwable e) {
        throw new AssertionError(what, e);
    }

    private String with(String... tokens) {
        return scope(null, "jetty", tokens).value();
    }

    private EventScope scope(String name, String server, String... tokens) {
        return new EventScope(inbox, () -> now, EventScopeTest::fail, name, "/hook", server, List.of(tokens));
    }
}
