/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import br.com.pilotstatus.camel.PilotStatusConstants;
import br.com.pilotstatus.camel.ResultIn;
import br.com.pilotstatus.camel.SimulatorTestSupport;
import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.simulator.state.LedgerEntry;
import br.com.pilotstatus.simulator.state.Provider;
import br.com.pilotstatus.simulator.state.SimulatedTemplate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileDefaultBinding;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.apache.camel.support.TypeConverterSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Whatever a route has at hand arrives as the words it means, on every way into a message, or not at all. */
class ValuesAsTextTest extends SimulatorTestSupport {

    private static final String WORDS = "Olá, Zé";

    @TempDir
    static Path folder;

    /** The ways on which a value becomes a text of a message. */
    private enum Way {
        OPTION("text=${header.value}"),
        MIXED_OPTION("text=» ${header.value}"),
        HEADER("bodyAs=auto"),
        MAP("bodyAs=auto"),
        VARIABLE_OPTION("templateId=greeting&variables.name=${header.value}"),
        VARIABLE_HEADER("templateId=greeting"),
        VARIABLE_BODY("templateId=greeting");

        private final String options;

        Way(String options) {
            this.options = options;
        }
    }

    private Exchange sendOn(Way way, Object value) {
        return template.request("pilotstatus:send?to=" + PHONE + "&" + way.options, exchange -> {
            Message message = exchange.getMessage();
            message.setHeader("value", value);
            switch (way) {
                case HEADER -> message.setHeader(PilotStatusConstants.TEXT, value);
                case VARIABLE_HEADER -> message.setHeader(PilotStatusConstants.VARIABLES, Map.of("name", value));
                case MAP -> message.setBody(Map.of("text", value));
                case VARIABLE_BODY -> message.setBody(Map.of("name", value));
                default -> message.setBody(null);
            }
        });
    }

    /** The words that went out on each way. */
    private Map<Way, String> words(Object value) {
        simulator().templates().put("greeting", SimulatedTemplate.Category.UTILITY, "Hello {{name}}");
        Map<Way, String> words = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            Exchange exchange = sendOn(way, value);
            assertThat(exchange.getException()).as(way.name()).isNull();
            LedgerEntry sent = simulator()
                    .ledger()
                    .entries()
                    .get(simulator().ledger().entries().size() - 1);
            String text = sent.request().path("text").asText();
            words.put(
                    way,
                    sent.request().has("templateId")
                            ? sent.request().at("/variables/name").asText()
                            : text.startsWith("» ") ? text.substring(2) : text);
        }
        return words;
    }

    @SuppressWarnings("UnnecessaryStringBuilder") // It is what is tried.
    static Stream<Named<Object>> valuesOfTheWords() throws Exception {
        Path file = Files.writeString(folder.resolve("words.txt"), WORDS);
        GenericFile<File> local = FileConsumer.asGenericFile(folder.toString(), file.toFile(), null, false);
        return Stream.of(
                Named.of("bytes", WORDS.getBytes(UTF_8)),
                Named.of("bytes with a byte order mark", ("\uFEFF" + WORDS).getBytes(UTF_8)),
                Named.of("bytes in UTF-16 with a byte order mark", ("\uFEFF" + WORDS).getBytes(UTF_16LE)),
                Named.of("a buffer", ByteBuffer.wrap(WORDS.getBytes(UTF_8))),
                Named.of("a buffer of an HTTP server", Buffer.buffer(WORDS.getBytes(UTF_8))),
                Named.of("a stream cache", new InputStreamCache(WORDS.getBytes(UTF_8))),
                Named.of("a cache of characters", new ReaderCache(WORDS)),
                Named.of("characters", WORDS.toCharArray()),
                Named.of("a builder", new StringBuilder(WORDS)),
                Named.of("a file", file.toFile()),
                Named.of("a path", file),
                Named.of("a file of Camel", local),
                Named.of("a remote file of Camel", remote(WORDS.getBytes(UTF_8))),
                Named.of("a text of JSON", JsonNodeFactory.instance.textNode(WORDS)),
                Named.of("an optional", Optional.of(WORDS)),
                Named.of("an element of XML", xml("/order/name")),
                Named.of("an attribute of XML", xml("/order/@name")),
                Named.of("a text of XML", xml("/order/name/text()")));
    }

    private static GenericFile<Object> remote(Object content) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFile(new Object());
        file.setFileName("in/words.txt");
        file.setFileNameOnly("words.txt");
        file.setBinding(new GenericFileDefaultBinding<>());
        file.setBody(content);
        return file;
    }

    private static Object xml(String path) throws Exception {
        String text = "<order name='" + WORDS + "'><name>" + WORDS + "</name><item>a</item><item>b</item></order>";
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
        return XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    }

    @ParameterizedTest
    @MethodSource("valuesOfTheWords")
    void aValueThatHoldsTextIsItsText(Object value) {
        assertThat(words(value).values()).containsOnly(WORDS);
    }

    static Stream<Arguments> valuesWithOneForm() {
        UUID id = UUID.randomUUID();
        return Stream.of(
                Arguments.of(7, "7"),
                Arguments.of(12345678901L, "12345678901"),
                Arguments.of(5.0, "5"),
                Arguments.of(1.0E10, "10000000000"),
                Arguments.of(new BigDecimal("1E+3"), "1000"),
                Arguments.of(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                Arguments.of(JsonNodeFactory.instance.numberNode(42), "42"),
                Arguments.of(true, "true"),
                Arguments.of(ResultIn.HEADERS, "HEADERS"),
                Arguments.of(id, id.toString()),
                Arguments.of(URI.create("https://example.com/a?b=c"), "https://example.com/a?b=c"),
                Arguments.of(LocalDate.of(2030, 1, 2), "2030-01-02"),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("valuesWithOneForm")
    void aValueWithOneFormIsWrittenInIt(Object value, String form) {
        assertThat(words(value).values()).containsOnly(form);
    }

    static Stream<Named<Object>> valuesWithoutAForm() throws Exception {
        return Stream.of(
                Named.of("an object", new Object()),
                Named.of("an object with a toString", new StringJoiner(",").add("a")),
                Named.of("an exception", new IllegalStateException("no")),
                Named.of("a list", List.of("a", "b")),
                Named.of("an array", new String[] {"a", "b"}),
                Named.of("numbers", new int[] {1, 2}),
                Named.of("a map", Map.of("a", "b")),
                Named.of("an object of JSON", JsonNodeFactory.instance.objectNode()),
                Named.of(
                        "an array of JSON", JsonNodeFactory.instance.arrayNode().add("a")),
                Named.of("a number with a fraction", 9.9),
                Named.of("a price", new BigDecimal("9.90")),
                Named.of("a fraction of JSON", JsonNodeFactory.instance.numberNode(9.9)),
                Named.of("a number that lost digits", 1.0E20),
                Named.of("no number", Double.NaN),
                Named.of("a huge number", new BigDecimal("1E+999999999")),
                Named.of("a date", Date.from(Instant.EPOCH)),
                Named.of("two elements of XML", xml("/order/item")),
                Named.of("an element of XML with others inside", xml("/order")),
                Named.of("bytes of another character set", WORDS.getBytes(ISO_8859_1)),
                Named.of("a file that is gone", new File(folder.toFile(), "gone.txt")),
                Named.of("a remote file that was not fetched", remote(null)),
                Named.of("a class", String.class));
    }

    @ParameterizedTest
    @MethodSource("valuesWithoutAForm")
    void aValueWithoutAFormIsRefusedOnEveryWay(Object value) {
        for (Way way : Way.values()) {
            Exchange exchange = sendOn(way, value);
            assertThat(exchange.getException()).as(way.name()).isInstanceOf(PilotStatusValidationException.class);
        }
        assertThat(simulator().ledger().count()).isZero();
    }

    @Test
    void aValueWithoutTextIsNoEmptyWord() {
        for (Object value : List.of(Optional.empty(), JsonNodeFactory.instance.nullNode())) {
            assertThat(sendOn(Way.OPTION, value).getException()).hasMessageContaining("is null");
            assertThat(sendOn(Way.MIXED_OPTION, value).getException()).hasMessageContaining("is null");
        }
    }

    @Test
    void aStreamThatWasReadBeforeIsNoEmptyWord() throws Exception {
        InputStream stream = new ByteArrayInputStream(WORDS.getBytes(UTF_8));
        assertThat(sendOn(Way.MIXED_OPTION, stream).getException()).isNull();
        assertThat(sendOn(Way.MIXED_OPTION, stream).getException()).hasMessageContaining("read before");
    }

    @Test
    void aConverterThatTheApplicationHasIsUsed() {
        context.getTypeConverterRegistry()
                .addTypeConverter(String.class, StringJoiner.class, new TypeConverterSupport() {
                    @Override
                    public <T> T convertTo(Class<T> type, Exchange exchange, Object value) {
                        return type.cast(WORDS);
                    }
                });
        assertThat(words(new StringJoiner("")).values()).containsOnly(WORDS);
    }

    // Character sets

    @ParameterizedTest
    @ValueSource(strings = {"text", "message", "variables"})
    void theCharacterSetOfTheExchangeIsHeeded(String bodyAs) {
        Exchange exchange = template.request(uri(bodyAs), sent -> {
            sent.setProperty(Exchange.CHARSET_NAME, "ISO-8859-1");
            sent.getMessage().setBody(body(bodyAs).getBytes(ISO_8859_1));
        });
        assertThat(exchange.getException()).isNull();
        assertThat(onlySend().request().toString()).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "message", "variables"})
    void theCharacterSetOfTheContentTypeIsHeeded(String bodyAs) {
        Map<String, Object> headers = Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=\"ISO-8859-1\"");
        Exchange exchange = send(uri(bodyAs), body(bodyAs).getBytes(ISO_8859_1), headers);
        assertThat(exchange.getException()).isNull();
        assertThat(onlySend().request().toString()).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "message", "variables"})
    void bytesThatAreNoTextAreRefusedAndNotReplaced(String bodyAs) {
        Exchange exchange = send(uri(bodyAs), body(bodyAs).getBytes(ISO_8859_1));
        assertThat(exchange.getException()).hasMessageContaining("no text in UTF-8");
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo(ErrorCode.VALUE_TYPE.code());
    }

    @Test
    void theContentTypeSaysNothingOfAHeader() {
        Exchange exchange = send(
                "pilotstatus:send?text=${header.value}&to=" + PHONE,
                null,
                Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=ISO-8859-1", "value", WORDS.getBytes(UTF_8)));
        assertThat(exchange.getException()).isNull();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(WORDS);
    }

    @Test
    void anUnknownCharacterSetIsRefused() {
        Exchange exchange =
                send(uri("text"), WORDS.getBytes(UTF_8), Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=klingon"));
        assertThat(exchange.getException()).hasMessageContaining("character set that is unknown");
    }

    @Test
    void aFileIsReadInTheCharacterSetOfItsEndpoint() throws Exception {
        Path file = Files.write(folder.resolve("latin.txt"), WORDS.getBytes(ISO_8859_1));
        GenericFile<File> local = FileConsumer.asGenericFile(folder.toString(), file.toFile(), "ISO-8859-1", false);
        assertThat(send(uri("text"), local).getException()).isNull();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(WORDS);
    }

    @Test
    void aRouteThatReadsFilesInACharacterSetSendsTheirWords() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.write(in.resolve("words.txt"), WORDS.getBytes(ISO_8859_1));
        RouteBuilder.addRoutes(
                context,
                route -> route.from("file:" + in + "?charset=ISO-8859-1&initialDelay=0")
                        .to("pilotstatus:send?text=» ${body}&to=" + PHONE));
        await().atMost(SOON).until(() -> simulator().ledger().count() == 1);
        assertThat(onlySend().request().path("text").asText()).isEqualTo("» " + WORDS);
    }

    private static String uri(String bodyAs) {
        return "pilotstatus:send?bodyAs=" + bodyAs + "&to=" + PHONE
                + (bodyAs.equals("variables") ? "&templateId=order_confirmed" : "");
    }

    private static String body(String bodyAs) {
        return switch (bodyAs) {
            case "text" -> WORDS;
            case "message" -> "{\"text\":\"" + WORDS + "\"}";
            default -> "{\"name\":\"" + WORDS + "\",\"order\":\"1\",\"total\":\"2\"}";
        };
    }

    // What is text elsewhere

    @Test
    void aStreamCacheCanBeReadAgainAfterwards() throws Exception {
        InputStreamCache cache = new InputStreamCache(WORDS.getBytes(UTF_8));
        assertThat(send("pilotstatus:send?text=${body} ${body}&to=" + PHONE, cache)
                        .getException())
                .isNull();
        assertThat(cache.readAllBytes()).isEqualTo(WORDS.getBytes(UTF_8));
    }

    @Test
    void aKeyIsTheSameAsTextAndAsBytes() {
        String uri = "pilotstatus:send?text=Hi&to=" + PHONE;
        for (Object key : List.of("order-1", "order-1".getBytes(UTF_8), ByteBuffer.wrap("order-1".getBytes(UTF_8)))) {
            assertThat(send(uri, null, Map.of(PilotStatusConstants.IDEMPOTENCY_KEY, key))
                            .getException())
                    .isNull();
            assertThat(send(uri + "&idempotencyKey=${header.key}", null, Map.of("key", key))
                            .getException())
                    .isNull();
        }
        onlySend();
    }

    static Stream<Named<Object>> listsOfLabels() {
        return Stream.of(
                Named.of("an array", new String[] {"vip", "sp"}),
                Named.of("an array of bytes", new byte[][] {"vip".getBytes(UTF_8), "sp".getBytes(UTF_8)}),
                Named.of("a list of bytes", List.of("vip".getBytes(UTF_8), JsonNodeFactory.instance.textNode("sp"))),
                Named.of(
                        "an array of JSON",
                        JsonNodeFactory.instance.arrayNode().add("vip").add("sp")),
                Named.of("bytes", "vip,sp".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("listsOfLabels")
    void labelsMayBeAListOfAnyKind(Object labels) {
        assertThat(send("pilotstatus:send?labels=${header.labels}&to=" + PHONE, "Hi", Map.of("labels", labels))
                        .getException())
                .isNull();
        assertThat(onlySend().request().path("labels"))
                .extracting(JsonNode::asText)
                .containsExactly("vip", "sp");
    }

    @Test
    void aTimeMayBeBytesOrJson() {
        for (Object time : List.of(
                "2099-01-01T00:00:00Z".getBytes(UTF_8), JsonNodeFactory.instance.textNode("2099-01-01T00:00:00Z"))) {
            simulator().reset();
            assertThat(send("pilotstatus:send?deliverAt=${header.time}&to=" + PHONE, "Hi", Map.of("time", time))
                            .getException())
                    .isNull();
            assertThat(onlySend().request().path("deliverAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        }
    }

    @SuppressWarnings("UnnecessaryStringBuilder") // It is what is tried.
    @Test
    void aMapMayHoldTimesMediaAndBytesOfAnyKind() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("destinationNumber", PHONE.getBytes(UTF_8));
        body.put("media", new ByteArrayInputStream("%PDF-1.7".getBytes(UTF_8)));
        body.put("mediaType", JsonNodeFactory.instance.textNode("document"));
        body.put("fileName", new StringBuilder("a.pdf"));
        body.put("deliverAt", Date.from(Instant.ofEpochMilli(4_070_908_800_000L)));
        body.put("labels", new Object[] {"vip".getBytes(UTF_8)});
        body.put("futureField", Map.of("bytes", "hi".getBytes(UTF_8), "number", 1.5));
        String uri = "pilotstatus:send?whatsappNumberId="
                + simulator().number(Provider.META).id() + "&accountKey="
                + simulator().accountKey();
        assertThat(send(uri, body).getException()).isNull();
        JsonNode sent = onlySend().request();
        assertThat(sent.path("media").asText()).startsWith("data:application/pdf;base64,");
        assertThat(sent.path("deliverAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(sent.at("/labels/0").asText()).isEqualTo("vip");
        assertThat(sent.at("/futureField/bytes").asText()).isEqualTo("hi");
        assertThat(sent.at("/futureField/number").decimalValue()).isEqualByComparingTo("1.5");
    }

    @Test
    void buttonsMayHoldBytes() {
        Map<String, Object> button =
                Map.of("id", "yes".getBytes(UTF_8), "text", JsonNodeFactory.instance.textNode(WORDS));
        assertThat(send(
                                "pilotstatus:send?text=Well?&buttons=${header.buttons}&header=${header.head}&to="
                                        + PHONE,
                                null,
                                Map.of("buttons", List.of(button), "head", WORDS.getBytes(UTF_8)))
                        .getException())
                .isNull();
        JsonNode sent = onlySend().request();
        assertThat(sent.at("/buttons/0/id").asText()).isEqualTo("yes");
        assertThat(sent.at("/buttons/0/text").asText()).isEqualTo(WORDS);
        assertThat(sent.path("header").asText()).isEqualTo(WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"to", "deliverAt", "labels"})
    void anOptionWithoutAValueLeavesTheWordToNobody(String option) {
        Map<String, Object> body = Map.of("destinationNumber", PHONE, "text", "Hi", "labels", List.of("vip"));
        Exchange exchange = send(
                "pilotstatus:send?" + option + "=${header.none}",
                body,
                Map.of("none", JsonNodeFactory.instance.nullNode()));
        assertThat(exchange.getMessage().getHeader(PilotStatusConstants.ERROR_CODE))
                .isEqualTo(ErrorCode.EXPRESSION_NULL.code());
        assertThat(simulator().ledger().count()).isZero();
    }

    @Test
    void aTextOfJsonIsAText() {
        assertThat(send("pilotstatus:send?to=" + PHONE, JsonNodeFactory.instance.textNode(WORDS))
                        .getException())
                .isNull();
        assertThat(onlySend().request().path("text").asText()).isEqualTo(WORDS);
    }
}
