/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.PilotStatusComponent;
import br.com.pilotstatus.camel.PilotStatusEndpoint;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.api.ParameterType;
import br.com.pilotstatus.camel.event.DeliveryVerifier;
import br.com.pilotstatus.camel.store.MemoryClaimStore;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every option with every operation: it has an effect, or the endpoint does not start. */
class OptionEffectTest {

    private static final Set<String> JOURNAL = Set.of("journal-list", "journal-resolve");
    private static final String RECONCILE = "journal-reconcile";
    private static final Set<String> RECEIVING = Set.of("webhook", "poll");
    private static final Set<ParameterType> PHONES = EnumSet.of(ParameterType.PHONE, ParameterType.PHONES);

    private static DefaultCamelContext context;
    private static ScheduledExecutorService threads;

    /** Which operations an option has an effect on. */
    private enum Effect {
        SEND(
                "send"::equals,
                "to groupId newsletterId templateId variables.a text media mediaType fileName caption buttons header footer"
                        + " deliverAt deliverUntil labels markRead aiRewriteEnabled bodyAs timeZone"
                        + " idempotencyKey"),
        MEDIA(Set.of("send", "media-download")::contains, "maxMediaSize"),
        LINKS("media-download"::equals, "allowPrivateAddresses"),
        RULES(
                operation -> operation.equals("request")
                        || Operation.named(operation).isPresent(),
                "validate"),
        FREE_CALL("request"::equals, "method requestPath"),
        SUBJECT(
                operation -> operation.equals("journal-resolve")
                        || entry(operation, entry -> entry.subject().isPresent()),
                "id"),
        DANGER(operation -> entry(operation, Operation::irreversible), "confirm"),
        PAGES(operation -> entry(operation, entry -> entry.answer().paged()), "pages maxItems"),
        PHONE(
                operation -> operation.equals("send")
                        || entry(
                                operation,
                                entry -> entry.parameters().stream()
                                        .anyMatch(parameter -> PHONES.contains(parameter.type()))),
                "defaultRegion"),
        CHANGE(
                operation ->
                        Set.of("request", "webhook").contains(operation) || entry(operation, entry -> !entry.reads()),
                "onUnknown"),
        ANSWER(
                operation ->
                        !JOURNAL.contains(operation) && !RECEIVING.contains(operation) && !operation.equals(RECONCILE),
                "result maxRequestSize"),
        FAILING(operation -> !RECEIVING.contains(operation), "throwExceptionOnFailure"),
        REFUSAL(operation -> !JOURNAL.contains(operation) && !RECEIVING.contains(operation), "retryAfterHeader"),
        RECONCILING(RECONCILE::equals, "absent settleAfter"),
        REMEMBERED(
                operation -> operation.equals("send") || operation.equals(RECONCILE) || JOURNAL.contains(operation),
                "journal"),
        SERVICE(
                operation -> !JOURNAL.contains(operation),
                "baseUrl allowInsecureHttp apiKey apiKeyId accountKey whatsappNumberId connectTimeout responseTimeout"
                        + " totalTimeout maxInFlight acquireTimeout requestsPerSecond maxAttempts maxResponseSize"
                        + " sslContextParameters proxyHost proxyPort proxyUsername proxyPassword"),
        EVENTS(RECEIVING::contains, "events inbox subscriptionName"),
        WEBHOOK(
                "webhook"::equals,
                "path verify token secret signatureHeader verifier verifyToken maxPayloadSize bodyTimeout maxEventAge httpServer autoRegister publicUrl"
                        + " unregisterOnStop"),
        POLL(
                "poll"::equals,
                "overlap startScheduler initialDelay delay timeUnit useFixedDelay pollStrategy"
                        + " runLoggingLevel sendEmptyMessageWhenIdle greedy scheduler scheduler.a schedulerProperties"
                        + " scheduledExecutorService backoffMultiplier backoffIdleThreshold backoffErrorThreshold"
                        + " repeatCount");

        private final Predicate<String> operations;
        private final List<String> options;

        Effect(Predicate<String> operations, String options) {
            this.operations = operations;
            this.options = List.of(options.split(" "));
        }

        private static boolean entry(String operation, Predicate<Operation> rule) {
            return Operation.named(operation).filter(rule).isPresent();
        }
    }

    /** Options that another one needs beside it, or values that are not simply "1". */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("maxItems", "maxItems=5&pages=all"),
            Map.entry("pages", "pages=all"),
            Map.entry("confirm", "confirm=true"),
            Map.entry("mediaType", "mediaType=image"),
            Map.entry("markRead", "markRead=true"),
            Map.entry("aiRewriteEnabled", "aiRewriteEnabled=true"),
            Map.entry("bodyAs", "bodyAs=text"),
            Map.entry("defaultRegion", "defaultRegion=US"),
            Map.entry("timeZone", "timeZone=UTC"),
            Map.entry("validate", "validate=false"),
            Map.entry("allowPrivateAddresses", "allowPrivateAddresses=true"),
            Map.entry("method", "method=POST"),
            Map.entry("requestPath", "requestPath=/x"),
            Map.entry("onUnknown", "onUnknown=retry"),
            Map.entry("result", "result=body"),
            Map.entry("retryAfterHeader", "retryAfterHeader=true"),
            Map.entry("throwExceptionOnFailure", "throwExceptionOnFailure=false"),
            Map.entry("journal", "journal=#store"),
            Map.entry("inbox", "inbox=#store"),
            Map.entry("absent", "absent=refused"),
            Map.entry("settleAfter", "settleAfter=5m"),
            Map.entry("baseUrl", "baseUrl=https://other.example/v1&apiKey=own&token=own-token-0123456"),
            Map.entry("allowInsecureHttp", "allowInsecureHttp=true"),
            Map.entry("sslContextParameters", "sslContextParameters=#tls&apiKey=own&token=own-token-0123456"),
            Map.entry("proxyHost", "proxyHost=localhost&proxyPort=1&apiKey=own&token=own-token-0123456"),
            Map.entry("proxyPort", "proxyHost=localhost&proxyPort=1&apiKey=own&token=own-token-0123456"),
            Map.entry(
                    "proxyUsername",
                    "proxyUsername=u&proxyHost=localhost&proxyPort=1&apiKey=own&token=own-token-0123456"),
            Map.entry(
                    "proxyPassword",
                    "proxyPassword=p&proxyUsername=u&proxyHost=localhost&proxyPort=1&apiKey=own&token=own-token-0123456"),
            Map.entry("path", "path=/x"),
            Map.entry("verify", "verify=none"),
            Map.entry("signatureHeader", "signatureHeader=x&secret=a-secret-0123456"),
            Map.entry("verifier", "verifier=#verifier"),
            Map.entry("autoRegister", "autoRegister=true&publicUrl=https://a.example/x&events=message.sent"),
            Map.entry("publicUrl", "autoRegister=true&publicUrl=https://a.example/x&events=message.sent"),
            Map.entry(
                    "unregisterOnStop",
                    "unregisterOnStop=true&autoRegister=true&publicUrl=https://a.example/x&events=message.sent"),
            Map.entry("events", "events=message.sent"),
            Map.entry("overlap", "overlap=2s"),
            Map.entry("startScheduler", "startScheduler=true"),
            Map.entry("timeUnit", "timeUnit=SECONDS"),
            Map.entry("useFixedDelay", "useFixedDelay=true"),
            Map.entry("pollStrategy", "pollStrategy=#strategy"),
            Map.entry("runLoggingLevel", "runLoggingLevel=INFO"),
            Map.entry("sendEmptyMessageWhenIdle", "sendEmptyMessageWhenIdle=true"),
            Map.entry("greedy", "greedy=true"),
            Map.entry("scheduler", "scheduler=none"),
            Map.entry("backoffIdleThreshold", "backoffIdleThreshold=1&backoffMultiplier=2"),
            Map.entry("backoffErrorThreshold", "backoffErrorThreshold=1&backoffMultiplier=2"),
            Map.entry("schedulerProperties", "schedulerProperties=#map"),
            Map.entry("scheduledExecutorService", "scheduledExecutorService=#threads"));

    @BeforeAll
    static void start() {
        context = new DefaultCamelContext();
        threads = Executors.newScheduledThreadPool(0);
        context.getRegistry().bind("store", new MemoryClaimStore());
        context.getRegistry().bind("tls", new SSLContextParameters());
        context.getRegistry().bind("map", Map.of());
        context.getRegistry().bind("verifier", (DeliveryVerifier) delivery -> true);
        context.getRegistry().bind("strategy", new DefaultPollingConsumerPollStrategy());
        context.getRegistry().bind("threads", threads);
        PilotStatusComponent component = new PilotStatusComponent();
        component.getConfiguration().setApiKey("number");
        component.getConfiguration().setAccountKey("account");
        component.getConfiguration().setToken("a-token-01234567");
        context.addComponent("pilotstatus", component);
        context.start();
    }

    @AfterAll
    static void stop() {
        context.stop();
        threads.shutdownNow();
    }

    private static Stream<String> operations() {
        return Stream.concat(
                Arrays.stream(Operation.values())
                        .filter(operation -> !operation.anyPath())
                        .map(Operation::operationName),
                Stream.of(
                        "request", "media-download", "journal-list", "journal-resolve", RECONCILE, "webhook", "poll"));
    }

    /** An endpoint of the operation with one option, and with what it needs to start at all. */
    private static String uri(String operation, String option) {
        String uri = "pilotstatus:" + operation + "?" + WRITTEN.getOrDefault(option, option + "=1");
        if (Effect.DANGER.operations.test(operation) && !option.equals("confirm")) {
            uri += "&confirm=true";
        }
        if (operation.equals("request") && !option.equals("requestPath")) {
            uri += "&requestPath=/x";
        }
        if (operation.equals("journal-resolve")) {
            uri += "&param.outcome=accepted" + (option.equals("id") ? "" : "&id=1");
        }
        boolean registers = Effect.SERVICE.options.contains(option) || option.equals("onUnknown");
        if (operation.equals("webhook") && registers) {
            uri += "&autoRegister=true&publicUrl=https://a.example/x&events=message.sent";
        } else if (!operation.equals("webhook")) {
            uri = uri.replace("&token=own-token-0123456", "");
        }
        return uri;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOptionHasAnEffectOrKeepsTheEndpointFromStarting(String operation) {
        for (Effect effect : Effect.values()) {
            for (String option : effect.options) {
                String uri = uri(operation, option);
                if (effect.operations.test(operation)) {
                    assertThat(context.getEndpoint(uri)).as(uri).isNotNull();
                } else {
                    assertThatThrownBy(() -> context.getEndpoint(uri))
                            .as(uri)
                            .rootCause()
                            .isInstanceOf(IllegalArgumentException.class)
                            .message()
                            .containsAnyOf(" " + option, "has no pages")
                            .containsAnyOf("does not take the option", "has no pages", "needs no confirmation");
                }
            }
        }
    }

    @Test
    void everyOptionOfTheCatalogIsTried() throws Exception {
        EndpointUriFactory factory = context.getCamelContextExtension().getEndpointUriFactory("pilotstatus");
        Set<String> known = new TreeSet<>(factory.propertyNames());
        known.removeAll(Set.of(
                "operation",
                "variables",
                "params",
                "lazyStartProducer",
                "bridgeErrorHandler",
                "exceptionHandler",
                "exchangePattern"));
        Set<String> tried = new TreeSet<>();
        for (Effect effect : Effect.values()) {
            tried.addAll(effect.options);
        }
        tried.removeAll(Set.of("variables.a", "scheduler.a"));
        assertThat(tried).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            messages-history?maxItems=5                     | The option maxItems has no effect without pages=all
            messages-history?maxItems=5&pages=one           | The option maxItems has no effect without pages=all
            request?requestPath=/x&maxItems=5               | The option maxItems has no effect without pages=all
            status?confirm=true                             | The operation 'status' needs no confirmation
            request?requestPath=/x&confirm=true             | The operation 'request' needs no confirmation
            send?proxyUsername=u                            | The option proxyUsername has no effect without proxyHost
            webhook?publicUrl=https://a.example             | The option publicUrl has no effect without autoRegister=true
            webhook?unregisterOnStop=true                   | The option unregisterOnStop has no effect without autoRegister=true
            webhook?apiKey=own                              | The option apiKey has no effect without autoRegister=true
            webhook?totalTimeout=5s                         | The option totalTimeout has no effect without autoRegister=true
            webhook?signatureHeader=x                       | The option signatureHeader has no effect without secret
            send?proxyPassword=p                            | The option proxyPassword has no effect without proxyHost
            send?proxyHost=h&proxyPort=1&apiKey=k&proxyPassword=p | The option proxyPassword has no effect without proxyUsername
            send?onUnknown=retry&maxAttempts=1              | The option onUnknown has no effect with maxAttempts=1
            messages-history?pages=all&result=headers       | The option pages has no effect with result=headers
            poll?backoffIdleThreshold=1                     | The option backoffIdleThreshold has no effect without backoffMultiplier
            poll?backoffErrorThreshold=1                    | The option backoffErrorThreshold has no effect without backoffMultiplier
            webhook?verify=token&secret=s                   | The option secret has no effect with verify=token
            webhook?verify=token&verifier=#verifier         | The option verifier has no effect with verify=token
            webhook?verify=token&signatureHeader=x          | The option signatureHeader has no effect with verify=token
            webhook?verify=hmac&secret=s&token=t            | The option token has no effect with verify=hmac
            webhook?verify=bean&verifier=#verifier&token=t  | The option token has no effect with verify=bean
            webhook?verify=none&token=t                     | The option token has no effect with verify=none
            webhook?verify=none&secret=s                    | The option secret has no effect with verify=none
            """)
    void anOptionThatNeedsAnotherIsRefusedWithoutIt(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri)).hasMessageContaining(reason);
    }

    @Test
    void whatTheComponentHasForOthersMayStandBesideTheProofThatAnEndpointNames() {
        PilotStatusEndpoint endpoint =
                context.getEndpoint("pilotstatus:webhook?verify=hmac&secret=s", PilotStatusEndpoint.class);
        assertThat(endpoint.getConfiguration().getToken()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "u,, The option proxyUsername has no effect without proxyHost",
        ",p, The option proxyPassword has no effect without proxyHost"
    })
    void anOptionOfTheComponentThatCanNeverHaveAnEffectIsRefused(String username, String password, String reason) {
        PilotStatusComponent component = new PilotStatusComponent();
        component.setCamelContext(context);
        component.getConfiguration().setApiKey("number");
        component.getConfiguration().setProxyUsername(username);
        component.getConfiguration().setProxyPassword(password);
        assertThatThrownBy(() -> component.createEndpoint("pilotstatus:send")).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "send?group-id=1@g.us&GROUPID=2@g.us, The option groupId is given twice",
        "send?text=a&text=b, The option text is given twice",
        "status?group-id=1@g.us, The operation 'status' does not take the option groupId",
        "status?Variables.a=1, The operation 'status' does not take the option variables.a",
        "send?send.to=1, Unknown parameters=[send.to]",
        "send?configuration.apiKey=a, Unknown parameters=[configuration.apiKey]"
    })
    void anOptionIsKnownInEachOfCamelsSpellings(String uri, String reason) {
        assertThatThrownBy(() -> context.getEndpoint("pilotstatus:" + uri)).hasMessageContaining(reason);
    }

    @Test
    void aSpellingOfCamelsSetsTheOption() {
        PilotStatusEndpoint endpoint =
                context.getEndpoint("pilotstatus:send?group-id=1@g.us&VARIABLES.Name=x", PilotStatusEndpoint.class);
        assertThat(endpoint.getSend().getGroupId()).isEqualTo("1@g.us");
        assertThat(endpoint.getSend().getVariables()).containsEntry("Name", "x");
    }
}
