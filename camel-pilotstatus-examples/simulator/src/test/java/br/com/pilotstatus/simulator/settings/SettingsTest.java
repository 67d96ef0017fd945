/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.settings.ContractSettings.CancelAnswer;
import br.com.pilotstatus.simulator.settings.ContractSettings.Container;
import br.com.pilotstatus.simulator.settings.ContractSettings.MetaEvents;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SettingsTest {

    private static final ContractSettings CONTRACT = ContractSettings.defaults();
    private static final DeliverySettings DELIVERY = DeliverySettings.defaults();
    private static final LifecycleSettings LIFECYCLE = LifecycleSettings.defaults();
    private static final ResourceSettings RESOURCES = ResourceSettings.defaults();

    static final List<Case> CASES = List.of(
            new Case(CONTRACT, CONTRACT.withFreePlan(true), Map.of("freePlan", true)),
            new Case(CONTRACT, CONTRACT.withMetaGroups(true), Map.of("metaGroups", true)),
            new Case(
                    CONTRACT,
                    CONTRACT.withCancelAnswer(CancelAnswer.COUNTS),
                    Map.of("cancelAnswer", CancelAnswer.COUNTS)),
            new Case(CONTRACT, CONTRACT.withContainer(Container.OBJECT), Map.of("container", Container.OBJECT)),
            new Case(CONTRACT, CONTRACT.withSourceNumber(false), Map.of("sourceNumber", false)),
            new Case(CONTRACT, CONTRACT.withRefuseUnknownFields(true), Map.of("refuseUnknownFields", true)),
            new Case(CONTRACT, CONTRACT.withRelayOnly(true), Map.of("relayOnly", true)),
            new Case(CONTRACT, CONTRACT.withInstanceIds(true), Map.of("instanceIds", true)),
            new Case(CONTRACT, CONTRACT.withMetaEvents(MetaEvents.BOTH), Map.of("metaEvents", MetaEvents.BOTH)),
            new Case(CONTRACT, CONTRACT.withSparseStatuses(true), Map.of("sparseStatuses", true)),
            new Case(DELIVERY, DELIVERY.withSecret("shh"), Map.of("secret", "shh")),
            new Case(
                    DELIVERY,
                    DELIVERY.withSignature("x-signature", "sha256="),
                    Map.of("signatureHeader", "x-signature", "signaturePrefix", "sha256=")),
            new Case(
                    DELIVERY,
                    DELIVERY.withRetries(3, Duration.ofSeconds(2), 1.5),
                    Map.of("maxAttempts", 3, "firstRetryMillis", 2_000L, "retryFactor", 1.5)),
            new Case(DELIVERY, DELIVERY.withTimeout(Duration.ofSeconds(1)), Map.of("timeoutMillis", 1_000L)),
            new Case(DELIVERY, DELIVERY.withAllowRemoteTargets(true), Map.of("allowRemoteTargets", true)),
            new Case(
                    LIFECYCLE,
                    LIFECYCLE.withDelays(Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(3)),
                    Map.of("sentAfterMillis", 1L, "deliveredAfterMillis", 2L, "readAfterMillis", 3L)),
            new Case(LIFECYCLE, LIFECYCLE.withReadReceipts(false), Map.of("readReceipts", false)),
            new Case(LIFECYCLE, LIFECYCLE.withEnforceWindow(false), Map.of("enforceWindow", false)),
            new Case(LIFECYCLE, LIFECYCLE.withCategoryDeadlines(false), Map.of("categoryDeadlines", false)),
            new Case(RESOURCES, RESOURCES.withTemplateReview(Duration.ofMillis(1)), Map.of("templateReviewMillis", 1L)),
            new Case(RESOURCES, RESOURCES.withMediaLifetime(Duration.ofMillis(1)), Map.of("mediaLifetimeMillis", 1L)),
            new Case(RESOURCES, RESOURCES.withScanAfter(Duration.ofMillis(1)), Map.of("scanAfterMillis", 1L)),
            new Case(
                    RESOURCES,
                    RESOURCES.withCalls(Duration.ofMillis(1), Duration.ofMillis(2)),
                    Map.of("ringingAfterMillis", 1L, "answeredAfterMillis", 2L)),
            new Case(
                    RESOURCES,
                    RESOURCES.withReferralNamesAfter(Duration.ofMillis(1)),
                    Map.of("referralNamesAfterMillis", 1L)));

    private record Case(Record before, Record after, Map<String, Object> changes) {

        @Override
        public String toString() {
            return changes.keySet().toString();
        }
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aChangeLeavesAllElseAsItWas(Case changed) throws ReflectiveOperationException {
        Map<String, Object> expected = values(changed.before());
        expected.putAll(changed.changes());
        assertThat(values(changed.after())).isEqualTo(expected).isNotEqualTo(values(changed.before()));
    }

    @Test
    void everyChangeIsHeldToThat() {
        long changes = Stream.of(CONTRACT, DELIVERY, LIFECYCLE, RESOURCES)
                .flatMap(settings -> Stream.of(settings.getClass().getMethods()))
                .filter(method -> method.getName().startsWith("with"))
                .count();
        assertThat(CASES).hasSize((int) changes);
    }

    @Test
    void aChangeThatCannotBeIsRefused() {
        assertThatThrownBy(() -> LIFECYCLE.withDelays(Duration.ofMillis(2), Duration.ofMillis(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The delays must not be negative and each at least the one before");
    }

    @Test
    void withoutASecretThereIsNoSignature() {
        assertThat(DELIVERY.withSecret("shh").withSecret(null)).isEqualTo(DELIVERY);
    }

    private static Map<String, Object> values(Record settings) throws ReflectiveOperationException {
        Map<String, Object> values = new TreeMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            values.put(component.getName(), component.getAccessor().invoke(settings));
        }
        return values;
    }
}
