/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import br.com.pilotstatus.camel.model.HistoryMessage;
import br.com.pilotstatus.camel.model.Json;
import br.com.pilotstatus.camel.model.JsonRecord;
import br.com.pilotstatus.camel.model.Template;
import br.com.pilotstatus.camel.model.WebhookEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.apache.camel.test.junit5.TestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What routes make of the records of the component. */
class ConvertersTest extends CamelTestSupport {

    private static final String JSON =
            "{\"id\":\"tpl_1\",\"name\":\"boas_vindas\",\"createdAt\":\"2026-01-02T03:04:05Z\",\"new\":{\"a\":[1]}}";

    private static Template welcome() throws Exception {
        return Json.mapper().readValue(JSON, Template.class);
    }

    private static JsonNode present(JsonNode node) {
        node.elements().forEachRemaining(ConvertersTest::present);
        if (node.isObject()) {
            node.properties().removeIf(field -> field.getValue().isNull());
        }
        return node;
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:text").convertBodyTo(String.class);
                from("direct:simple").setBody().simple("${bodyAs(String)}");
            }
        };
    }

    @Test
    void aRecordBecomesItsJson() throws Exception {
        String text = template.requestBody("direct:text", welcome(), String.class);
        assertThat(present(Json.mapper().readTree(text)))
                .isEqualTo(Json.mapper().readTree(JSON));
    }

    @Test
    void simpleWritesTheJsonToo() throws Exception {
        assertThat(template.requestBody("direct:simple", welcome(), String.class))
                .isEqualTo(template.requestBody("direct:text", welcome(), String.class));
    }

    @Test
    void aRecordBecomesAMapOfTheFieldsInTheNamesOfTheApi() throws Exception {
        Map<?, ?> map = context.getTypeConverter().convertTo(Map.class, welcome());
        assertThat(map.get("name")).isEqualTo("boas_vindas");
        assertThat(map.get("new")).hasToString("{a=[1]}");
        assertThat(map.get("createdAt")).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void aRecordBecomesATreeBytesAndAStream() throws Exception {
        JsonNode tree = context.getTypeConverter().convertTo(JsonNode.class, welcome());
        byte[] bytes = context.getTypeConverter().convertTo(byte[].class, welcome());
        InputStream stream = context.getTypeConverter().convertTo(InputStream.class, welcome());
        assertThat(Json.read(bytes)).isEqualTo(tree);
        assertThat(stream.readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void anEventBecomesWhatWasReceived() throws Exception {
        String received = "{\"event\":\"message.read\",\"data\":{\"id\":\"m1\",\"x\":1}}";
        WebhookEvent event = Json.mapper().readValue(received, WebhookEvent.class);
        assertThat(context.getTypeConverter().convertTo(String.class, event)).isEqualTo(received);
        assertThatObject(context.getTypeConverter().convertTo(Map.class, event))
                .asInstanceOf(MAP)
                .containsKeys("event", "data");
    }

    @Test
    void accentsAreWrittenInUtf8() {
        HistoryMessage message = Json.mapper().convertValue(Map.of("text", "ação"), HistoryMessage.class);
        byte[] bytes = context.getTypeConverter().convertTo(byte[].class, message);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"text\":\"ação\"");
    }

    @Test
    void aMapBodyIsHadFromTheExchange() throws Exception {
        Exchange exchange = TestSupport.createExchangeWithBody(context, welcome());
        assertThat(exchange.getMessage().getBody(Map.class).get("id")).isEqualTo("tpl_1");
    }

    private static Stream<Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("br.com.pilotstatus.camel.model")
                        .stream()
                        .filter(type -> type.isAssignableTo(JsonRecord.class) && !type.isInterface())
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachRecordOfDataConverts(Class<?> type) throws Exception {
        Object json = type == WebhookEvent.class
                ? WebhookEvent.of(Json.mapper().readTree("{\"event\":\"a\"}"))
                : Json.mapper().readValue("{}", type);
        assertThat(context.getTypeConverter().mandatoryConvertTo(String.class, json))
                .startsWith("{");
        assertThatObject(context.getTypeConverter().mandatoryConvertTo(Map.class, json))
                .isNotNull();
    }

    /** Those that the API answers with; what the journal says is our own. */
    private static Stream<Class<?>> answers() {
        return records().filter(type -> !type.getSimpleName().startsWith("Journal"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void eachRecordKeepsWhatItDoesNotKnowAndPrintsNoPersonalData(Class<?> type) throws Exception {
        String json = """
                {"event":"a","new":"secret","text":"secret","content":"secret","from":"secret","fromName":"secret","number":"secret",
                "participantName":"secret","participantPhone":"secret","lastMessagePreview":"secret","username":"secret",
                "userId":"secret","peerNumber":"secret","name":"secret","input":"secret","token":"secret","wsUrl":"secret",
                "qrcodeBase64":"secret","pairingCode":"secret","base64":"secret","sdpOffer":"secret","url":"secret",
                "destinationNumber":"secret","subject":"secret","reason":"secret"}
                """;
        Object read = Json.mapper().readValue(json, type);
        assertThat(read.toString().replaceAll("(?<=Template\\[id=null, name=)secret", ""))
                .doesNotContain("secret");
        if (!type.getSimpleName().equals("CancelResult")) {
            assertThat(Json.mapper().writeValueAsString(read)).contains("\"new\":\"secret\"");
        }
    }
}
