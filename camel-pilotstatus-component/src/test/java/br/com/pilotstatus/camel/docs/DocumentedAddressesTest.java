/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages, examples and Kamelets tell users to write is right: every address, every property, every word of an operation. */
class DocumentedAddressesTest {

    private static AddressCheck check;

    @BeforeAll
    static void open() {
        check = new AddressCheck();
    }

    @AfterAll
    static void close() {
        check.close();
    }

    private static Stream<Address> addresses() {
        return Source.all().stream().flatMap(Address::of).distinct();
    }

    private static Stream<Map.Entry<String, String>> properties() {
        return Source.all().stream()
                .filter(source -> source.language().equals("properties"))
                .flatMap(source -> source.text().lines().map(line -> Map.entry(line.strip(), source.name())))
                .filter(line -> line.getKey().startsWith("camel.component.pilotstatus."))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyAddressIsRight(Address address) {
        assertThat(check.problem(address)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("properties")
    void everyPropertyOfTheComponentIsRight(Map.Entry<String, String> line) {
        assertThat(check.problem(line.getKey())).as(line.getValue()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void noTextInAnAddressIsChangedByTheRulesOfUris(Address address) {
        assertThat(address.options())
                .as("a text with these characters goes by header, body or variable")
                .allSatisfy((option, value) -> assertThat(!address.isOurs()
                                || value.contains("{")
                                || value.startsWith("RAW(")
                                || (value.startsWith("+") && List.of("to", "id").contains(option))
                                || value.matches("[^+&\n\t]*"))
                        .as("%s=%s", option, value)
                        .isTrue());
    }

    @Test
    void thereAreAddressesOfEveryKind() {
        List<Source> sources = Source.all();
        assertThat(sources).extracting(Source::language).contains("java", "yaml", "xml", "properties", "prose");
        assertThat(addresses())
                .extracting(Address::uri)
                .contains("pilotstatus:send", "pilotstatus:webhook", "pilotstatus:poll", "jms:orders");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            java  | from("direct:a").to("pilotstatus:sned?to=1");                            | sned
            java  | from("direct:a").to("pilotstatus:send?to=1" + "&txet=Hi");               | txet
            java  | String uri = "pilotstatus:status?text=" + text;                          | does not take the option text
            java  | from("file:in?charste=UTF-8").to("log:a");                               | charste
            yaml  | - to: pilotstatus:sned                                                   | sned
            yaml  | - to: {uri: "pilotstatus:send", parameters: {templteId: a}}              | templteId
            yaml  | - to: {uri: "pilotstatus:send", parameters: {variable: {a: b}}}          | variable.a
            yaml  | - to: {uri: pilotstatus, parameters: {operation: sned}}                  | sned
            yaml  | - from: {uri: "pilotstatus:webhook", parameters: {events: message.snt}}  | message.snt
            yaml  | - to: {uri: "pilotstatus:send", parameters: {mediaType: gif}}            | gif
            xml   | <to uri="pilotstatus:send?to=1&amp;txet=Hi"/>                            | txet
            prose | Use `pilotstatus:jornal-list`.                                           | jornal-list
            """)
    void aMistakeIsFound(String language, String text, String mistake) {
        assertThat(Address.of(new Source("page.md", language, text))
                        .map(check::problem)
                        .flatMap(Optional::stream))
                .anySatisfy(problem -> assertThat(problem).contains(mistake));
    }

    @Test
    void aMistypedPropertyIsFound() {
        assertThat(check.problem("camel.component.pilotstatus.api-kye = a")).isNotEmpty();
    }
}
