/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Json;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to be refused is refused before the network, by field and rule. */
class TemplateRulesTest {

    private static final Map<String, Object> EXAMPLES = Map.of("name", "Marina", "order", "7");

    private final RequestFactory requests = new RequestFactory(new ApiKeys("ps_number", null, null));

    private void createFrom(Map<String, Object> values) {
        requests.call(Operation.TEMPLATES_CREATE, values, null);
    }

    private void create(Object content) {
        createFrom(Map.of("name", "order_confirmed", "body", content, "examples", EXAMPLES));
    }

    private static Map<String, Object> content(String part, Object value) {
        Map<String, Object> content = new HashMap<>(Map.of("body", Map.of("text", "Hello {{name}}, welcome.")));
        content.put(part, value);
        return content;
    }

    private void assertRefused(Object content, String message) {
        assertThatThrownBy(() -> create(content))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining(message)
                .hasNoCause();
    }

    @Test
    void aFullTemplateIsWrittenAsGiven() throws Exception {
        Map<String, Object> content = Map.of(
                "header", Map.of("type", "TEXT", "text", "Order {{order}}"),
                "body", Map.of("text", "Hello {{name}}, your order is on its way."),
                "footer", Map.of("text", "Reply STOP to opt out"),
                "buttons",
                        List.of(
                                Map.of("type", "QUICK_REPLY", "text", "Thanks"),
                                Map.of("type", "URL", "text", "Track", "url", "https://shop.example/o/{{order}}"),
                                Map.of("type", "PHONE_NUMBER", "text", "Call", "phone_number", "+551133334444"),
                                Map.of("type", "COPY_CODE", "example", "SAVE10")));
        Map<String, Object> values =
                Map.of("name", "order confirmed", "category", "UTILITY", "body", content, "examples", EXAMPLES);
        ApiRequest request = requests.call(Operation.TEMPLATES_CREATE, values, null);
        assertThat(Json.read(request.body())).isEqualTo(Json.mapper().valueToTree(values));
    }

    @Test
    void plainTextIsTheBody() {
        create("Hello {{name}}, welcome.");
        assertRefused("{{name}}, welcome.", "'body.body.text' must not begin or end with a variable");
    }

    @Test
    void jsonTextIsTheContent() {
        create("{\"body\":{\"text\":\"Hello {{name}}, welcome.\"}}");
        assertRefused("{\"body\":{\"text\":\"Hello {{name}}\"}}", "must not begin or end with a variable");
        assertRefused("{\"body\":", "'body' begins like a JSON object and is none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "hello!", "_", "olá?"})
    void aNameIsLettersAndDigits(String name) {
        assertThatThrownBy(() -> createFrom(Map.of("name", name, "body", "Hello")))
                .hasMessageContaining("'name' must be letters and digits");
    }

    @Test
    void aCategoryIsOneOfThree() {
        assertThatThrownBy(() -> createFrom(Map.of("name", "a", "body", "Hello", "category", "PROMO")))
                .hasMessage("'category' must be one of MARKETING, UTILITY, OTP");
    }

    @Test
    void theBodyHasALength() {
        create("a".repeat(1024));
        assertRefused("a".repeat(1025), "'body.body.text' must have at most 1024 characters");
    }

    @Test
    void theBodyMustBeThere() {
        assertRefused(Map.of("footer", Map.of("text", "Bye")), "'body.body.text' is missing, blank or no text");
        assertRefused(Map.of("body", Map.of("text", 7)), "'body.body.text' is missing, blank or no text");
    }

    @Test
    void bracesThatMakeNoVariableAreRefused() {
        assertRefused("Hello {{first name}}, hi", "'body.body.text' has double braces that make no variable");
        assertRefused("Hello {{name}, hi", "has double braces that make no variable");
    }

    @Test
    void theFooterIsShortAndWithoutVariables() {
        create(content("footer", Map.of("text", "a".repeat(60))));
        assertRefused(content("footer", Map.of("text", "a".repeat(61))), "'body.footer.text' must have at most 60");
        assertRefused(content("footer", Map.of("text", "{{name}}")), "'body.footer.text' must not have a variable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            two {{name}} {{order}} | must have one variable at most
            *bold*                 | must not have formatting
            say _this_ now         | must not have formatting
            hello 😀               | must not have an emoji
            """)
    void aTextHeaderIsPlain(String text, String rule) {
        assertRefused(content("header", Map.of("type", "TEXT", "text", text)), "'body.header.text' " + rule);
    }

    @Test
    void aTextHeaderIsOneShortLine() {
        create(content("header", Map.of("type", "TEXT", "text", "a".repeat(60))));
        assertRefused(content("header", Map.of("type", "TEXT", "text", "a".repeat(61))), "must have at most 60");
        assertRefused(content("header", Map.of("type", "TEXT", "text", "a\nb")), "must not have a line break");
    }

    @Test
    void aMediaHeaderHasOneSource() {
        assertRefused(content("header", Map.of("type", "IMAGE")), "'body.header.url' must be given, or else base64");
        create(content("header", Map.of("type", "IMAGE", "url", "https://a.example/x")));
        assertRefused(content("header", Map.of("type", "LOCATION")), "'body.header.type' must be NONE, TEXT");
        assertRefused(content("header", Map.of("text", "Hi")), "'body.header.type' must be TEXT");
    }

    @ParameterizedTest
    @CsvSource({"QUICK_REPLY, 10", "URL, 2", "PHONE_NUMBER, 1", "COPY_CODE, 1"})
    void buttonsOfAKindAreFew(String type, int max) {
        Map<String, Object> button = Map.of(
                "type",
                type,
                "text",
                "a",
                "url",
                "https://a.example",
                "phone_number",
                "+551133334444",
                "example",
                "A1");
        create(content("buttons", Collections.nCopies(max, button)));
        assertRefused(content("buttons", Collections.nCopies(max + 1, button)), "'body.buttons' must");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FLOW         | a                              | 'body.buttons.type' must be
            QUICK_REPLY  | ''                             | 'body.buttons.text' is missing
            URL          | https://a.example/{{name}}/x   | 'body.buttons.url' must have one variable at most, and at its end
            URL          | a.example                      | 'body.buttons.url' must be an http(s) URL
            PHONE_NUMBER | 33334444                       | 'body.buttons.phone_number' must be a phone number in E.164
            COPY_CODE    | ABCDEFGHIJ123456               | 'body.buttons.example' must be 1 to 15 letters and digits
            COPY_CODE    | A-1                            | 'body.buttons.example' must be 1 to 15 letters and digits
            """)
    void aButtonHasWhatItsKindNeeds(String type, String value, String message) {
        Map<String, Object> button =
                Map.of("type", type, "text", value, "url", value, "phone_number", value, "example", List.of(value));
        assertRefused(content("buttons", List.of(button)), message);
    }

    @Test
    void noErrorRepeatsAValue() {
        assertThatThrownBy(() -> create("secret {{word")).message().doesNotContain("secret");
    }

    @Test
    void anUpdateKeepsTheSameRules() {
        assertThatThrownBy(() -> requests.call(Operation.TEMPLATES_UPDATE, Map.of("id", "a", "body", "{{x}}"), null))
                .hasMessageContaining("must not begin or end with a variable");
    }
}
