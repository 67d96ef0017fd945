/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.support.ApiClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExtensionTest {

    private static final String BASE_URL = "camel.component.pilotstatus.base-url";
    private static final String API_KEY = "camel.component.pilotstatus.api-key";
    private static final String ACCOUNT_KEY = "camel.component.pilotstatus.account-key";

    @RegisterExtension
    final PilotStatusSimulatorExtension instance =
            new PilotStatusSimulatorExtension(PilotStatusSimulator.builder().seed("instance"));

    private final PilotStatusSimulatorExtension byHand = new PilotStatusSimulatorExtension();

    @BeforeEach
    void someoneSetTheApiKeyBefore() {
        System.setProperty(API_KEY, "from-outside");
    }

    @AfterEach
    void tidyUp() {
        System.clearProperty(API_KEY);
    }

    @Test
    void anInstanceFieldHasASimulatorOfItsOwn() {
        assertThat(ApiClient.of(instance.simulator()).get("/templates").status())
                .isEqualTo(200);
    }

    @Test
    void theComponentIsPointedAtTheSimulator() {
        byHand.beforeEach(null);
        try {
            assertThat(System.getProperty(BASE_URL))
                    .isEqualTo(byHand.simulator().baseUrl());
            assertThat(System.getProperty(API_KEY)).isEqualTo(byHand.simulator().apiKey());
            assertThat(System.getProperty(ACCOUNT_KEY))
                    .isEqualTo(byHand.simulator().accountKey());
        } finally {
            byHand.afterEach(null);
        }
    }

    @Test
    void propertiesArePutBackAfterwards() {
        String baseUrl = System.getProperty(BASE_URL);
        byHand.beforeEach(null);
        byHand.afterEach(null);
        assertThat(System.getProperty(BASE_URL)).isEqualTo(baseUrl);
        assertThat(System.getProperty(API_KEY)).isEqualTo("from-outside");
    }

    @Test
    void outsideATestThereIsNoSimulator() {
        assertThatThrownBy(byHand::simulator).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSharedSimulatorIsResetBeforeEachTest() {
        byHand.beforeAll(null);
        try {
            byHand.beforeEach(null);
            PilotStatusSimulator first = byHand.simulator();
            ApiClient.of(first).sendText("+5511977770000");
            byHand.afterEach(null);
            byHand.beforeEach(null);
            assertThat(byHand.simulator()).isSameAs(first);
            assertThat(first.ledger().count()).isZero();
        } finally {
            byHand.close();
        }
    }
}
