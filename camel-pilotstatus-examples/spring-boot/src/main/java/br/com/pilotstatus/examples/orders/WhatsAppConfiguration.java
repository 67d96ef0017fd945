/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.examples.orders;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.store.JdbcClaimStore;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the two numbers are made of. Their keys and options are in application.yml. */
@Configuration(proxyBeanMethods = false)
class WhatsAppConfiguration {

    /** Which events have been handled and which messages have gone out, for all nodes and both numbers. */
    @Bean
    JdbcClaimStore claims(DataSource dataSource) {
        return new JdbcClaimStore(dataSource);
    }

    /** The second number, <code>camel.component.logistics</code>. The first one is the component that Camel makes itself. */
    @Bean
    PilotStatusComponent logistics() {
        return new PilotStatusComponent();
    }
}
