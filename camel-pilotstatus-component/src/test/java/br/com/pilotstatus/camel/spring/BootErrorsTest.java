/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.LogRecorder;
import br.com.pilotstatus.camel.store.ClaimStore;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.util.ArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/** What the console of an application on Spring Boot says of mistakes that keep it from starting. */
class BootErrorsTest {

    private static final String KEY = "ps_s3cr3t";
    private static final String PREFIX = "camel.component.pilotstatus.";

    @BootTestApplication
    static class Application {

        @Bean
        ClaimStore claims() {
            return new MemoryClaimStore();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api-kye=ps_s3cr3t             | api-kye is no option of the Pilot Status component                 | There is: camel.component.pilotstatus.api-key
            maxInflight2=9                | maxInflight2 is no option of the Pilot Status component            | There is: camel.component.pilotstatus.max-in-flight
            template-id=welcome           | template-id is no option of the Pilot Status component             | pilotstatus:send?template-id=...
            camel-context=x               | camel-context is no option of the Pilot Status component           | change its name
            on-unknown=ps_s3cr3t          | on-unknown cannot be set: it takes one of fail, retry              | Change the value of
            verify=ps_s3cr3t              | verify cannot be set: it takes one of token, hmac, bean, none      | Change the value of
            max-in-flight=ps_s3cr3t       | max-in-flight cannot be set: it takes a whole number               | Change the value of
            requests-per-second=ps_s3cr3t | requests-per-second cannot be set: it takes a number               | Change the value of
            total-timeout=ps_s3cr3t       | total-timeout cannot be set: it takes a duration such as 500ms     | Change the value of
            allow-insecure-http=ps_s3cr3t | allow-insecure-http cannot be set: it takes true or false          | Change the value of
            inbox=ps_s3cr3t               | inbox cannot be set: it takes a reference to a ClaimStore          | Change the value of
            inbox=#bean:claim             | inbox cannot be set: there is no bean claim.                       | one of type ClaimStore that is there: claims
            journal=#claim                | journal cannot be set: there is no bean claim.                     | one of type ClaimStore that is there: claims
            inbox=#bean:routes            | inbox cannot be set: it takes a reference to a ClaimStore          | Change the value of
            inbox=#class:com.acme.Claims  | inbox cannot be set: there is no class com.acme.Claims             | add the artifact that holds it
            inbox=#class:br.com.pilotstatus.camel.store.JdbcClaimStore(#bean:db) | inbox cannot be set: there is no bean db. | Define a bean of that name
            api-key=${PILOTSTATUS_API_KEY}    | api-key cannot be set: it needs PILOTSTATUS_API_KEY, which is not set   | Set the environment variable PILOTSTATUS_API_KEY
            api-key=${app.number-key}         | api-key cannot be set: it needs app.number-key, which is not set        | Set the property app.number-key
            base-url=https://${HOST}/v1       | base-url cannot be set: it needs HOST, which is not set                 | Set the environment variable HOST
            whatsapp-number-id=${NUMBER_ID}   | whatsapp-number-id cannot be set: it needs NUMBER_ID, which is not set  | Set the environment variable NUMBER_ID
            api-key={{app.number-key}}        | api-key cannot be set: it needs app.number-key, which is not set        | Set the property app.number-key
            """)
    void aPropertyIsToldAndWhatToDoAboutIt(String property, String description, String action) {
        String report = report("pilotstatus:send", property);

        assertThat(report)
                .contains("Description:\n\nThe property " + PREFIX + description)
                .contains("Action:\n\n")
                .contains(action)
                .doesNotContain(KEY);
    }

    @Test
    void theOriginOfAPropertyIsTold() {
        assertThat(report("pilotstatus:send", "api-kye=x"))
                .contains(
                        "It was set by \"camel.component.pilotstatus.api-kye\" from property source \"commandLineArgs\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pilotstatus:send                               | enabled=true   | No key: set the option apiKey, apiKeyId or accountKey     | camel.component.pilotstatus.api-key, camel.component.pilotstatus.api-key-id, camel.component.pilotstatus.account-key
            pilotstatus:send                               | api-key=       | The option apiKey is empty                                | camel.component.pilotstatus.api-key
            pilotstatus:send?templateIdd=welcome           | api-key=k      | Unknown parameters=[templateIdd]                          | Update the route
            pilotstatus:sendd                              | api-key=k      | There is no operation 'sendd'                             | Update the route
            pilotstatus:send?onUnknown=ps_s3cr3t           | api-key=k      | The option onUnknown of pilotstatus:send cannot be set: it takes one of fail, retry | Update the route
            pilotstatus:send?journal=#claim                | api-key=k      | The option journal of pilotstatus:send cannot be set: there is no bean claim        | Update the route
            pilotstatus:send?text=ps_s3cr3t{{shop.name}}   | api-key=k      | The address of an endpoint needs shop.name, which is not set                        | Set the property shop.name
            """)
    void whatARouteLacksIsToldWithTheRoute(String uri, String property, String description, String action) {
        assertThat(report(uri, property))
                .contains("The route orders cannot be created. ")
                .contains(description)
                .contains(action)
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pilotstatus:webhook                   | enabled=true     | token                                                   | camel.component.pilotstatus.token
            pilotstatus:webhook?autoRegister=true | token=tkn-04be86 | The option autoRegister needs publicUrl                 | Update the route
            pilotstatus:webhook?path=events       | token=tkn-04be86 | The option path must begin with a slash                 | camel.component.pilotstatus.path
            pilotstatus:webhook                   | token=tkn-04be86 | The application has no servlet web server to receive events | Update the route
            """)
    void whatAConsumerLacksIsTold(String uri, String property, String description, String action) {
        String report = report(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri).routeId("events").log("${body}");
                    }
                },
                property);

        assertThat(report).contains(description).contains(action);
    }

    @Test
    void anErrorInTheApplicationKeepsItsStackTrace() {
        assertThat(report(
                        new RouteBuilder() {
                            @Override
                            public void configure() {
                                new ArrayList<>(-1).clear();
                            }
                        },
                        "api-key=k"))
                .isEmpty();
    }

    private static String report(String producer, String property) {
        return report(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:in").routeId("orders").to(producer);
                    }
                },
                property);
    }

    /** What is reported in place of a stack trace; empty when it is not. */
    private static String report(RouteBuilder routes, String property) {
        SpringApplication boot = new SpringApplication(Application.class);
        boot.setRegisterShutdownHook(false);
        boot.addInitializers(context ->
                ((GenericApplicationContext) context).registerBean("routes", RouteBuilder.class, () -> routes));
        try (LogRecorder log = new LogRecorder(Level.ERROR)) {
            assertThatThrownBy(() -> boot.run(
                            "--" + PREFIX + property,
                            "--spring.main.web-application-type=none",
                            "--spring.main.banner-mode=off",
                            "--camel.main.jmx-enabled=false"))
                    .isNotNull();
            return String.join("\n", log.lines("APPLICATION FAILED TO START"));
        }
    }
}
