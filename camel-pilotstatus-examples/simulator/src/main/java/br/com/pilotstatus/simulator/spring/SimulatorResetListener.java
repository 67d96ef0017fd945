/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.spring;

import br.com.pilotstatus.simulator.PilotStatusSimulator;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Resets the simulator of an application context before each test, but for what the application registered when it started:
 * it runs on, and does not do so again. Spring's tests find it by {@code META-INF/spring.factories}.
 */
final class SimulatorResetListener implements TestExecutionListener, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (!test.hasApplicationContext()) {
            return;
        }
        ApplicationContext application = test.getApplicationContext();
        if (application.containsBean(PilotStatusSimulatorConfiguration.SIMULATOR)) {
            application
                    .getBean(PilotStatusSimulatorConfiguration.SIMULATOR, PilotStatusSimulator.class)
                    .resetKeepingWebhooks();
        }
    }
}
