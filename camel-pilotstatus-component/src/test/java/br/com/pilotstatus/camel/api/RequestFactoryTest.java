/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFactoryTest {

    private static final ApiKeys BOTH = new ApiKeys("ps_number", null, "ps_account");

    private final RequestFactory requests = new RequestFactory(BOTH);

    @Test
    void aPathParameterIsPercentEncoded() {
        ApiRequest request = requests.call(Operation.STATUS, Map.of("messageId", "a b?c#d%é"), null);
        assertThat(request.uri()).isEqualTo("/messages/a%20b%3Fc%23d%25%C3%A9");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a/b", "../numbers", "a\\b"})
    void aPathParameterCannotBeAPath(String id) {
        assertThatThrownBy(() -> requests.call(Operation.STATUS, Map.of("messageId", id), null))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessage("'messageId' must not be a path");
    }

    @Test
    void queryParametersAreEncodedAndBounded() {
        Map<String, Object> values = Map.of("id", "wh_1", "limit", "10", "event", "a&b=c");
        assertThat(requests.call(Operation.WEBHOOKS_LOGS, values, null).uri())
                .isEqualTo("/webhooks/wh_1/logs?limit=10&event=a%26b%3Dc");
        assertThatThrownBy(() -> requests.call(Operation.WEBHOOKS_LOGS, Map.of("id", "1", "limit", 51), null))
                .hasMessage("'limit' must be a whole number from 1 to 50");
        assertThatThrownBy(() -> requests.call(Operation.WEBHOOKS_LOGS, Map.of("id", "1", "limit", "ten"), null))
                .hasMessage("'limit' must be a whole number from 1 to 50");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertThatThrownBy(() -> requests.call(Operation.TEMPLATES_GET, Map.of(), null))
                .hasMessage("'id' is missing");
    }

    @Test
    void aListMayBeTextWithCommas() {
        byte[] body = requests.call(Operation.CANCEL, Map.of("messageIds", "a, b"), null)
                .body();
        assertThat(new String(body, StandardCharsets.UTF_8)).isEqualTo("{\"messageIds\":[\"a\",\"b\"]}");
    }

    @Test
    void cancelTakesOneToAHundredIds() {
        for (List<String> ids : List.of(List.<String>of(), Collections.nCopies(101, "a"))) {
            assertThatThrownBy(() -> requests.call(Operation.CANCEL, Map.of("messageIds", ids), null))
                    .hasMessage("'messageIds' must have 1 to 100 entries");
        }
    }

    @Test
    void aTruthValueMustBeOne() {
        assertThatThrownBy(() -> requests.call(Operation.WEBHOOKS_UPDATE, Map.of("id", "a", "active", "yes"), null))
                .hasMessage("'active' must be true or false");
    }

    // Keys

    @Test
    void aCallOfANumberUsesItsKey() {
        assertThat(requests.call(Operation.TEMPLATES_LIST, Map.of(), null).headers())
                .isEqualTo(Map.of("x-api-key", "ps_number"));
    }

    @Test
    void theIdOfAKeyGoesIntoItsOwnHeader() {
        ApiRequest request =
                new RequestFactory(new ApiKeys(null, "ck_1", null)).call(Operation.TEMPLATES_LIST, Map.of(), null);
        assertThat(request.headers()).isEqualTo(Map.of("x-api-key-id", "ck_1"));
    }

    @Test
    void aNumberThatIsNamedTakesTheKeyOfTheAccount() {
        assertThat(requests.call(Operation.TEMPLATES_LIST, Map.of(), "num_2").headers())
                .isEqualTo(Map.of("x-api-key", "ps_account", "x-whatsapp-number-id", "num_2"));
    }

    @Test
    void aNumberNamedBesideTheKeyOfAnotherIsRefused() {
        RequestFactory numberOnly = new RequestFactory(new ApiKeys("ps_number", null, null));
        assertThatThrownBy(() -> numberOnly.call(Operation.TEMPLATES_LIST, Map.of(), "num_2"))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageContaining("needs accountKey");
    }

    @Test
    void oneKeyAloneIsUsedForAll() {
        RequestFactory accountOnly = new RequestFactory(new ApiKeys(null, null, "ps_account"));
        assertThat(accountOnly.call(Operation.TEMPLATES_LIST, Map.of(), null).headers())
                .isEqualTo(Map.of("x-api-key", "ps_account"));
    }

    @Test
    void aNumberIdCannotSmuggleAHeader() {
        assertThatThrownBy(() -> requests.call(Operation.TEMPLATES_LIST, Map.of(), "a\r\nx-api-key: b"))
                .hasMessageContaining("must be an id");
    }

    @Test
    void nothingPrintsAKey() {
        ApiRequest request = requests.call(Operation.TEMPLATES_LIST, Map.of(), null);
        assertThat(request.toString() + BOTH).doesNotContain("ps_");
    }
}
