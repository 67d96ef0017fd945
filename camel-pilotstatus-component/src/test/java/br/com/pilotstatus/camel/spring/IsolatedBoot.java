/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import br.com.pilotstatus.camel.LogRecorder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application in one call, to be run by classes of any loader: its beans of a package, and what that logs. */
public class IsolatedBoot implements Function<String, List<String>> {

    @BootTestApplication
    static class Application {}

    @Override
    public List<String> apply(String packageName) {
        SpringApplication boot = new SpringApplication(Application.class);
        boot.setWebApplicationType(WebApplicationType.NONE);
        boot.setRegisterShutdownHook(false);
        try (LogRecorder log = new LogRecorder(Level.WARN);
                ConfigurableApplicationContext application = boot.run("--spring.main.banner-mode=off")) {
            return Stream.concat(
                            Arrays.stream(application.getBeanDefinitionNames())
                                    .filter(name -> name.startsWith(packageName)),
                            log.lines().stream().filter(line -> line.startsWith("WARN " + packageName)))
                    .filter(name -> !name.contains("Isolated"))
                    .toList();
        }
    }
}
