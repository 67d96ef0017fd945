/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.EndpointParts;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledPollConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which options polling takes, and what it refuses before it starts. Nothing here reaches a service. */
class PollStartTest {

    private static final String KEY = "pilotstatus:poll?apiKey=ps_number";

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    poll                                                     | No key: set the option apiKey, apiKeyId or accountKey
                    poll?accountKey=a                                        | With accountKey, the operation 'poll' needs the option whatsappNumberId
                    poll?apiKey=a&whatsappNumberId=b                         | 'whatsappNumberId' needs accountKey
                    poll?accountKey=a&whatsappNumberId=${header.number}      | The option whatsappNumberId takes no expression
                    poll?apiKey=a&overlap=999                                | The option overlap must be from 1 second to 14 days
                    poll?apiKey=a&overlap=15d                                | The option overlap must be from 1 second to 14 days
                    poll?apiKey=a&subscriptionName=a b                       | The option subscriptionName must be 1 to 64 letters
                    poll?apiKey=a&token=0123456789abcdef                     | The operation 'poll' does not take the option token
                    poll?apiKey=a&path=/a                                    | The operation 'poll' does not take the option path
                    poll?apiKey=a&to=1                                       | The operation 'poll' does not take the option to
                    poll?apiKey=a&result=body                                | The operation 'poll' does not take the option result
                    poll?apiKey=a&pages=all                                  | The operation 'poll' does not take the option pages
                    poll?apiKey=a&param.page=1                               | The operation 'poll' does not take the option param.page
                    webhook?token=0123456789abcdef&delay=5                   | The operation 'webhook' does not take the option delay
                    webhook?token=0123456789abcdef&overlap=5s                | The operation 'webhook' does not take the option overlap
                    webhook?token=0123456789abcdef&scheduler.cron=0          | The operation 'webhook' does not take the option scheduler.cron
                    send?apiKey=a&delay=5                                    | The operation 'send' does not take the option delay
                    send?apiKey=a&sendEmptyMessageWhenIdle=true              | The operation 'send' does not take the option sendEmptyMessageWhenIdle
                    status?apiKey=a&events=*                                 | The operation 'status' does not take the option events
                    pol?apiKey=a                                             | Consumers: webhook, poll
                    """)
    void whatIsWrongIsNamedAtStart(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiKey=a",
                "apiKeyId=a",
                "accountKey=a&whatsappNumberId=b",
                "apiKey=a&events=message.*&overlap=14d&subscriptionName=orders-1",
                "apiKey=a&greedy=true&delay=5s&initialDelay=0&backoffMultiplier=3&backoffErrorThreshold=1&repeatCount=2"
            })
    void whatIsRightIsTaken(String options) {
        assertThat(context.getEndpoint("pilotstatus:poll?" + options)).isInstanceOf(PilotStatusEndpoint.class);
    }

    @Test
    void anEventThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> start(KEY + "&events=message.sended")).hasStackTraceContaining("which is no event");
    }

    @Test
    void pollingSendsNothing() {
        context.start();

        assertThatThrownBy(() -> context.createProducerTemplate().sendBody(KEY, "Hello"))
                .hasStackTraceContaining("pilotstatus:poll receives events; use it with from");
    }

    @Test
    void twoRoutesThatShareAnInboxMustHaveNames() {
        context.getRegistry().bind("inbox", new MemoryClaimStore());

        assertThatThrownBy(() -> start(KEY + "&inbox=#inbox&startScheduler=false", KEY + "&inbox=#inbox&events=*"))
                .hasStackTraceContaining("set the option subscriptionName");
    }

    @Test
    void aRouteThatWasRefusedForItsNameIsRefusedAgain() throws Exception {
        context.getRegistry().bind("inbox", new MemoryClaimStore());
        start(KEY + "&inbox=#inbox&startScheduler=false");

        for (int attempt = 0; attempt < 2; attempt++) {
            String second = "second" + attempt;
            String uri = KEY + "&inbox=#inbox&startScheduler=false&delay=" + (1000 + attempt);
            assertThatThrownBy(() -> RouteBuilder.addRoutes(
                            context, route -> route.from(uri).routeId(second).to("mock:second")))
                    .hasStackTraceContaining("set the option subscriptionName");
        }
    }

    @Test
    void twoRoutesWithNamesShareAnInbox() throws Exception {
        context.getRegistry().bind("inbox", new MemoryClaimStore());

        start(
                KEY + "&inbox=#inbox&startScheduler=false&subscriptionName=a",
                KEY + "&inbox=#inbox&startScheduler=false&subscriptionName=b");

        assertThat(context.getRoutes()).hasSize(2);
    }

    @Test
    void twoRoutesWithoutASharedInboxNeedNoNames() throws Exception {
        start(KEY + "&startScheduler=false", KEY + "&startScheduler=false&events=*");

        assertThat(context.getRoutes()).hasSize(2);
    }

    @Test
    void theNameOfAKeyDoesNotHoldTheKey() {
        PilotStatusEndpoint endpoint = context.getEndpoint(KEY, PilotStatusEndpoint.class);

        assertThat(EndpointParts.subscription(endpoint).name())
                .matches("poll\\|key-[0-9a-f]{16}")
                .isEqualTo(EndpointParts.subscription(endpoint).name())
                .isNotEqualTo(EndpointParts.subscription(
                                context.getEndpoint("pilotstatus:poll?apiKey=other", PilotStatusEndpoint.class))
                        .name());
    }

    @Test
    void aNumberThatIsNamedOutlivesItsKey() {
        PilotStatusEndpoint endpoint =
                context.getEndpoint("pilotstatus:poll?accountKey=a&whatsappNumberId=num1", PilotStatusEndpoint.class);

        assertThat(EndpointParts.subscription(endpoint).name()).isEqualTo("poll|number-num1");
    }

    @ParameterizedTest
    @CsvSource({
        "'',30000,1000",
        "&timeUnit=SECONDS,30,1",
        "&timeUnit=DAYS,1,1",
        "&delay=5s&initialDelay=2s,5000,2000",
        "&delay=5&timeUnit=MINUTES&initialDelay=0,5,0"
    })
    void theFirstPollComesAfterASecondAndThenEveryHalfMinuteUnlessToldOtherwise(
            String options, long delay, long initialDelay) throws Exception {
        start(KEY + "&startScheduler=false" + options);
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) context.getRoutes().get(0).getConsumer();

        assertThat(consumer.getDelay()).isEqualTo(delay);
        if (!options.contains("DAYS")) {
            assertThat(consumer.getInitialDelay()).isEqualTo(initialDelay);
        }
    }

    @Test
    void theOptionsOfASchedulerReachIt() throws Exception {
        AtomicReference<String> cron = new AtomicReference<>();
        context.getRegistry().bind("mine", new CronScheduler(cron));
        start(KEY + "&scheduler=#mine&scheduler.cron=5+0+*+*+*");

        assertThat(cron.get()).isEqualTo("5 0 * * *");
    }

    /** Never polls. */
    public static final class CronScheduler extends DefaultScheduledPollConsumerScheduler {

        private final AtomicReference<String> cron;

        CronScheduler(AtomicReference<String> cron) {
            this.cron = cron;
            setInitialDelay(TimeUnit.DAYS.toMillis(1));
        }

        public String getCron() {
            return cron.get();
        }

        public void setCron(String value) {
            cron.set(value);
        }
    }

    private void start(String... uris) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String uri : uris) {
                    from(uri).to("log:never");
                }
            }
        });
        context.start();
    }
}
