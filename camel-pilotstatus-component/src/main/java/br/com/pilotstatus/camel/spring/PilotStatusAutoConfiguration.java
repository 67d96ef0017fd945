/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Lets a Spring Boot application set the component's options as <code>camel.component.pilotstatus.*</code>, and those of a
 * component under another name as <code>camel.component.&lt;name&gt;.*</code>. Does nothing where Camel's own support for Spring Boot is not on the class path.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(CamelAutoConfiguration.class)
@ConditionalOnBean(CamelContext.class)
@ConditionalOnHierarchicalProperties("camel.component")
public class PilotStatusAutoConfiguration {

    @Bean
    @Lazy
    ComponentCustomizer pilotStatusCustomizer(CamelContext context, Environment environment) {
        return new PilotStatusCustomizer(context, environment);
    }
}
