/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.simulator.spring.PilotStatusSimulatorConfiguration;
import br.com.pilotstatus.simulator.support.ApiClient;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

class ExtensionTest {

    private static final String BASE_URL = "camel.component.pilotstatus.base-url";
    private static final String API_KEY = "camel.component.pilotstatus.api-key";
    private static final String ACCOUNT_KEY = "camel.component.pilotstatus.account-key";

    @RegisterExtension
    final PilotStatusSimulatorExtension instance =
            new PilotStatusSimulatorExtension(PilotStatusSimulator.builder().seed("instance"));

    private final PilotStatusSimulatorExtension byHand = new PilotStatusSimulatorExtension();

    private final ExtensionContext test = of(ExtensionTest.class);

    @SpringBootTest
    static class WithSpring {

        static class Inner {}
    }

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
        byHand.beforeEach(test);
        try {
            assertThat(System.getProperty(BASE_URL))
                    .isEqualTo(byHand.simulator().baseUrl());
            assertThat(System.getProperty(API_KEY)).isEqualTo(byHand.simulator().apiKey());
            assertThat(System.getProperty(ACCOUNT_KEY))
                    .isEqualTo(byHand.simulator().accountKey());
        } finally {
            byHand.afterEach(test);
        }
    }

    @Test
    void propertiesArePutBackAfterwards() {
        String baseUrl = System.getProperty(BASE_URL);
        byHand.beforeEach(test);
        byHand.afterEach(test);
        assertThat(System.getProperty(BASE_URL)).isEqualTo(baseUrl);
        assertThat(System.getProperty(API_KEY)).isEqualTo("from-outside");
    }

    @Test
    void outsideATestThereIsNoSimulator() {
        assertThatThrownBy(byHand::simulator).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSharedSimulatorIsResetBeforeEachTest() {
        byHand.beforeAll(test);
        try {
            byHand.beforeEach(test);
            PilotStatusSimulator first = byHand.simulator();
            ApiClient.of(first).sendText("+5511977770000");
            byHand.afterEach(test);
            byHand.beforeEach(test);
            assertThat(byHand.simulator()).isSameAs(first);
            assertThat(first.ledger().count()).isZero();
        } finally {
            byHand.close();
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {WithSpring.class, WithSpring.Inner.class})
    void aTestWithSpringIsToldWhatToUseInstead(Class<?> testClass) {
        assertThatThrownBy(() -> byHand.beforeAll(of(testClass)))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("@Import(" + PilotStatusSimulatorConfiguration.class.getSimpleName());
        assertThatThrownBy(byHand::simulator).isInstanceOf(IllegalStateException.class);
    }

    private static ExtensionContext of(Class<?> testClass) {
        return (ExtensionContext) Proxy.newProxyInstance(
                ExtensionTest.class.getClassLoader(),
                new Class<?>[] {ExtensionContext.class},
                (proxy, method, arguments) -> testClass);
    }
}
