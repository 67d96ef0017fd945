/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpAutoConfiguration;
import org.apache.camel.component.platform.http.springboot.SpringBootPlatformHttpEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Gives Camel's HTTP server threads where the application has executors, but none that it takes: Spring Boot then makes no
 * executor of its own, and Camel would keep the application from starting. Those threads are set up as Spring Boot's.
 */
@AutoConfiguration(after = TaskExecutionAutoConfiguration.class, before = SpringBootPlatformHttpAutoConfiguration.class)
@ConditionalOnClass(SpringBootPlatformHttpEngine.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnMissingBean(
        value = {PlatformHttpEngine.class, ThreadPoolTaskExecutor.class, SimpleAsyncTaskExecutor.class},
        type = "org.springframework.security.task.DelegatingSecurityContextAsyncTaskExecutor")
public class HttpEngineAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(HttpEngineAutoConfiguration.class);

    @Bean
    Threads pilotStatusHttpThreads(ThreadPoolTaskExecutorBuilder settings) {
        LOG.info(
                "No executor of the application is one that Camel takes for HTTP, so its requests get threads of their own,"
                        + " as spring.task.execution says");
        return new Threads(settings.threadNamePrefix("camel-http-").build());
    }

    @Bean("platform-http-engine")
    PlatformHttpEngine pilotStatusHttpEngine(Threads threads, @Value("${server.port:8080}") int port) {
        return new SpringBootPlatformHttpEngine(port, threads.executor);
    }

    /** Not an executor to Spring, which would give it to others who look for one. */
    static final class Threads implements DisposableBean {

        private final ThreadPoolTaskExecutor executor;

        Threads(ThreadPoolTaskExecutor executor) {
            this.executor = executor;
            executor.initialize();
        }

        @Override
        public void destroy() {
            executor.shutdown();
        }
    }
}
