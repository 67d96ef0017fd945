/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;

/** Says of an application that starts without Camel that no route of it runs, which nothing else would say. */
@AutoConfiguration
@ConditionalOnMissingClass("org.apache.camel.spring.boot.CamelAutoConfiguration")
@ConditionalOnMissingBean(CamelContext.class)
public class WithoutCamelAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(WithoutCamelAutoConfiguration.class);

    WithoutCamelAutoConfiguration() {
        LOG.warn("camel-pilotstatus-component is there, but nothing that starts Camel: no route runs. Add the artifact"
                + " org.apache.camel.springboot:camel-spring-boot-starter");
    }
}
