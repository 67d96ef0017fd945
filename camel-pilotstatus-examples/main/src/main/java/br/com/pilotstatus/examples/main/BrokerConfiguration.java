/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.main;

import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelConfiguration;
import org.apache.camel.CamelContext;

/** How to reach the broker; Camel's JMS component finds the connection factory by its type. */
public class BrokerConfiguration implements CamelConfiguration {

    @Override
    public void configure(CamelContext context) {
        context.getRegistry()
                .bind(
                        "broker",
                        new ActiveMQConnectionFactory(
                                context.resolvePropertyPlaceholders("{{queue.broker-url}}"),
                                context.resolvePropertyPlaceholders("{{queue.username}}"),
                                context.resolvePropertyPlaceholders("{{queue.password}}")));
    }
}
