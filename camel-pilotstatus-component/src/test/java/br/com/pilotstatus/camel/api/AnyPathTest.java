/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call of a path that the table does not have stays below the base URL. */
class AnyPathTest {

    private static final Operation GET = Operation.request(HttpMethod.GET);

    private final RequestFactory requests = new RequestFactory(new ApiKeys("ps_number", null, null));

    private ApiRequest get(String path, Map<String, ?> values) {
        return requests.request(GET, path, values, null, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contacts",
                "/",
                "//evil.example/x",
                "https://evil.example/x",
                "/a/../api-keys",
                "/a/./b",
                "/a//b",
                "/a/",
                "/a?x=1",
                "/a#b",
                "/a%2e%2e/b",
                "/a%2Fb",
                "/a\\b",
                "/a b",
                "/a\r\nb",
                "/a;b",
                "/{a/b}",
                "/@evil.example:1/../x"
            })
    @NullAndEmptySource
    void aPathThatLeadsElsewhereIsRefused(String path) {
        assertThatThrownBy(() -> get(path, Map.of()))
                .isInstanceOf(PilotStatusValidationException.class)
                .hasMessageStartingWith("'requestPath'");
    }

    @Test
    void valuesFillThePathAndTheRestMakesTheQuery() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", "a b@c");
        values.put("q", "x&y=z");
        values.put("size", 5);
        assertThat(get("/contacts/{id}/tags", values).uri()).isEqualTo("/contacts/a%20b%40c/tags?q=x%26y%3Dz&size=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/b", "..\\x", ""})
    void aValueOfThePathCannotBeAPath(String id) {
        assertThatThrownBy(() -> get("/contacts/{id}", Map.of("id", id))).hasMessage("'id' must not be a path");
    }

    @Test
    void aNameWithoutAValueIsNamedByTheError() {
        assertThatThrownBy(() -> get("/contacts/{id}", Map.of()))
                .hasMessageContaining("has a name in braces without a value");
    }

    @Test
    void theBodyIsJson() {
        ApiRequest request = requests.request(
                Operation.request(HttpMethod.POST), "/contacts", Map.of(), List.of(Map.of("a", 1)), null);
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo("[{\"a\":1}]");
    }

    @ParameterizedTest
    @EnumSource
    void onlyGetCountsAsReadingAndOnlyDeleteAsIrreversible(HttpMethod method) {
        Operation operation = Operation.request(method);
        assertThat(operation.method()).isEqualTo(method);
        assertThat(operation.reads()).isEqualTo(method == HttpMethod.GET);
        assertThat(operation.irreversible()).isEqualTo(method == HttpMethod.DELETE);
    }
}
