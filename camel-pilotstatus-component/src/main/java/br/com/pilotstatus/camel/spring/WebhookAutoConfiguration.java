/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import jakarta.servlet.DispatcherType;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.springboot.CamelRequestHandlerMapping;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.handler.MappedInterceptor;

/**
 * Bounds what webhooks read, and what is logged of them, on a servlet container; also for a component whose options are set
 * by other means.
 */
@AutoConfiguration(after = CamelAutoConfiguration.class)
@ConditionalOnClass(CamelAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBean(CamelContext.class)
public class WebhookAutoConfiguration {

    // Early, before a filter of the application looks into the parameters and so reads a form.
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<WebhookRequestFilter> pilotStatusWebhookFilter(ObjectProvider<CamelContext> contexts) {
        FilterRegistrationBean<WebhookRequestFilter> registration =
                new FilterRegistrationBean<>(new WebhookRequestFilter(contexts));
        registration.setOrder(ORDER);
        registration.setDispatcherTypes(
                DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR);
        return registration;
    }

    /** Where Spring MVC is, as it is wherever Camel serves HTTP on Spring Boot. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MappedInterceptor.class)
    static class Bodies {

        @Bean
        MappedInterceptor pilotStatusWebhookBodies() {
            return new MappedInterceptor(null, new WebhookBodyInterceptor());
        }
    }

    /**
     * Camel's mapping hears of the paths of routes that begin after it was made. With
     * <code>spring.main.lazy-initialization</code> that would be with the first request, after all routes.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(CamelRequestHandlerMapping.class)
    static class Mapping {

        @Bean
        static LazyInitializationExcludeFilter pilotStatusMappingIsNotLazy() {
            return LazyInitializationExcludeFilter.forBeanTypes(CamelRequestHandlerMapping.class);
        }
    }
}
