/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import static org.assertj.core.api.Assertions.assertThat;

import br.com.pilotstatus.camel.SimulatorTestSupport;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.junit.jupiter.api.Test;

/** The threads of calls are managed as those that Camel makes itself. */
class ManagedThreadsTest extends SimulatorTestSupport {

    @Override
    public void configureTest(TestExecutionConfiguration configuration) {
        super.configureTest(configuration);
        configuration.withJMX(true);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("pilotstatus:send?to=" + PHONE);
            }
        };
    }

    private Set<String> pools() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName all = new ObjectName(
                "org.apache.camel:context=" + context.getManagementName() + ",type=threadpools,name=\"PilotStatus*\"");
        return server.queryNames(all, null).stream()
                .map(name -> ObjectName.unquote(name.getKeyProperty("name")).replaceFirst("\\(.*", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void theyAreSeenFromStartToStop() throws Exception {
        assertThat(pools()).contains("PilotStatus", "PilotStatusStart", "PilotStatusRead");

        context.getComponent("pilotstatus").stop();

        assertThat(pools()).isEmpty();
    }
}
