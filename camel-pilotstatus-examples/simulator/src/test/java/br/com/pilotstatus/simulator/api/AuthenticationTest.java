/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import br.com.pilotstatus.simulator.PilotStatusSimulatorExtension;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.support.ApiClient;
import br.com.pilotstatus.simulator.support.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AuthenticationTest {

    private static final String TEXT = "{\"destinationNumber\":\"+5511977770000\",\"text\":\"Hello\"}";

    @RegisterExtension
    static final PilotStatusSimulatorExtension EXTENSION = new PilotStatusSimulatorExtension();

    private final PilotStatusSimulator simulator = EXTENSION.simulator();
    private final ApiClient nobody = ApiClient.at(simulator.baseUrl());
    private final ApiClient tenant = nobody.with("x-api-key", simulator.accountKey());
    private final String metaId = simulator.number(Provider.META).id();

    @Test
    void withoutAKeyThereIsNoAccess() {
        assertThat(nobody.send(TEXT).status()).isEqualTo(401);
    }

    @Test
    void anUnknownKeyHasNoAccess() {
        assertThat(nobody.with("x-api-key", "ps_unknown").send(TEXT).status()).isEqualTo(401);
    }

    @Test
    void theIdOfAKeyServesInItsPlace() {
        assertThat(nobody.with("x-api-key-id", simulator.apiKeyId()).send(TEXT).status())
                .isEqualTo(202);
    }

    @Test
    void aBearerTokenIsNotAccepted() {
        assertThat(nobody.with("authorization", "Bearer " + simulator.apiKey())
                        .send(TEXT)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void theTenantKeySendsFromTheNumberItNames() {
        assertThat(tenant.with("x-whatsapp-number-id", metaId).send(TEXT).status())
                .isEqualTo(202);
        assertThat(simulator.ledger().entries())
                .extracting(LedgerEntry::numberId)
                .containsExactly(metaId);
    }

    @Test
    void theTenantKeyAloneCannotSend() {
        Answer answer = tenant.send(TEXT);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("TENANT_SCOPE_NOT_ALLOWED");
    }

    @Test
    void theTenantKeyCannotNameAForeignNumber() {
        Answer answer = tenant.with("x-whatsapp-number-id", "foreign").send(TEXT);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NUMBER_NOT_FOUND");
    }

    @Test
    void aNumberKeyIgnoresTheNumberHeader() {
        ApiClient.of(simulator).with("x-whatsapp-number-id", metaId).send(TEXT);
        assertThat(simulator.ledger().entries())
                .extracting(LedgerEntry::numberId)
                .containsExactly(simulator.numberId());
    }

    @Test
    void aNumberKeyCannotCallWhatIsForTheTenant() {
        Answer answer = ApiClient.of(simulator).get("/branding");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("NUMBER_SCOPE_NOT_ALLOWED");
    }

    @Test
    void aNumberKeyDoesNotSeeTheMessagesOfAnotherNumber() {
        String id = ApiClient.of(simulator).sendText("+5511977770000");
        assertThat(tenant.with("x-whatsapp-number-id", metaId)
                        .get("/messages/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keysAreTheSameForTheSameSeed() {
        PilotStatusSimulator.Builder seeded = PilotStatusSimulator.builder().seed("mine");
        try (PilotStatusSimulator one = seeded.build();
                PilotStatusSimulator other =
                        PilotStatusSimulator.builder().seed("mine").build()) {
            assertThat(other.apiKey()).isEqualTo(one.apiKey()).startsWith("ps_");
            assertThat(other.accountKey()).isEqualTo(one.accountKey()).startsWith("ps_");
            assertThat(other.numberId()).isEqualTo(one.numberId());
        }
    }

    @Test
    void withoutASeedNobodyGuessesTheKeys() {
        try (PilotStatusSimulator other = PilotStatusSimulator.builder().build()) {
            assertThat(other.apiKey()).isNotEqualTo(simulator.apiKey());
        }
    }

    @Test
    void keysDifferForAnotherSeed() {
        try (PilotStatusSimulator other =
                PilotStatusSimulator.builder().seed("another").build()) {
            assertThat(other.apiKey()).isNotEqualTo(simulator.apiKey());
        }
    }
}
