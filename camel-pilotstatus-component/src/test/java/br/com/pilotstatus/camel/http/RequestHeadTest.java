/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers and parameters told apart, by the words of a request. Each server shows its own in the suite of the servers. */
class RequestHeadTest {

    @Test
    void theValuesOfAHeaderAreFoundByAnySpelling() {
        RequestHead head =
                new RequestHead("POST", List.of(Map.entry("x-signature", "a"), Map.entry("X-SIGNATURE", "b")), null);

        assertThat(head.headers("X-Signature")).containsExactly("a", "b");
        assertThat(head.headers("X-Other")).isEmpty();
    }

    @Test
    void parametersAreDecodedAndNoHeaders() {
        RequestHead head = new RequestHead("POST", List.of(), "token=a%2Bb%26c&token=d&e");

        assertThat(head.parameters("Token")).containsExactly("a+b&c", "d");
        assertThat(head.parameters("e")).isEmpty();
        assertThat(head.headers("token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "token", "token=%", "token=%zz", "token=%c3%28", "%=%&&=="})
    void aQueryThatIsNoneIsNoFailure(String query) {
        assertThat(new RequestHead("POST", List.of(), query).headers()).isEmpty();
    }

    @Test
    void whereNobodyCanTellThemApartWhatStandsInTheQueryIsNoHeader() {
        Exchange http = new DefaultExchange(new DefaultCamelContext());
        http.getMessage().setHeader("X-Signature", List.of("sent as header", "sent as parameter"));
        http.getMessage().setHeader("X-Other", "header");
        http.getMessage().setHeader(Exchange.HTTP_QUERY, "X-Signature=sent+as+parameter");

        RequestHead head = RequestHeads.of(http);

        assertThat(head.headers("X-Signature")).isEmpty();
        assertThat(head.headers("X-Other")).containsExactly("header");
        assertThat(head.parameters("X-Signature")).containsExactly("sent as parameter");
    }

    @Test
    void aHeadPrintsNothing() {
        assertThat(new RequestHead("POST", List.of(Map.entry("a", "b")), "c=d")).hasToString("RequestHead[xxxxxx]");
    }
}
