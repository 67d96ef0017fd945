/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.util.ConditionalOnHierarchicalProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Lets a Spring Boot application set the component's options as <code>camel.component.pilotstatus.*</code>, and bounds
 * what webhooks read where there is a servlet container. Does nothing where Camel's own support for Spring Boot is not on
 * the class path.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(CamelAutoConfiguration.class)
@ConditionalOnBean(CamelContext.class)
@ConditionalOnHierarchicalProperties({"camel.component", PilotStatusCustomizer.PREFIX})
public class PilotStatusAutoConfiguration {

    @Bean
    @Lazy
    ComponentCustomizer pilotStatusCustomizer(CamelContext context, Environment environment) {
        return new PilotStatusCustomizer(context, environment);
    }

    /** Apart, since an application without web server need not have the classes of servlets. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = Type.SERVLET)
    static class Webhooks {

        // Early, before a filter of the application looks into the parameters and so reads a form.
        private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

        @Bean
        FilterRegistrationBean<WebhookRequestFilter> pilotStatusWebhookFilter(ObjectProvider<CamelContext> context) {
            FilterRegistrationBean<WebhookRequestFilter> registration =
                    new FilterRegistrationBean<>(new WebhookRequestFilter(context));
            registration.setOrder(ORDER);
            return registration;
        }
    }
}
