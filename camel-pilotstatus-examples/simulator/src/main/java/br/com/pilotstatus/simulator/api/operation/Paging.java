/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.api.operation;

import br.com.pilotstatus.simulator.http.ApiAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which part of a list is asked for.
 *
 * @param page its number, from 1
 * @param size entries per page
 */
public record Paging(int page, int size) {

    private static final int DEFAULT_SIZE = 30;
    private static final int MAX_SIZE = 100;
    private static final int MAX_PAGE = 999_999_999;

    /** Reads {@code page} and {@code pageSize}. */
    public static Paging of(UnaryOperator<String> query) {
        return new Paging(
                QueryValues.number(query, "page", 1, MAX_PAGE),
                QueryValues.number(query, "pageSize", DEFAULT_SIZE, MAX_SIZE));
    }

    /** The answer with this page of all items under the given name; a page behind the last one is empty. */
    public <T> ApiAnswer answer(String field, List<T> all, Function<T, ? extends JsonNode> json) {
        return ApiAnswer.ok(body(field, all, json));
    }

    /** The answer without items, and with a notice that says why. */
    public ApiAnswer nothing(String field, String notice) {
        return ApiAnswer.ok(this.<JsonNode>body(field, List.of(), item -> item).put("notice", notice));
    }

    private <T> ObjectNode body(String field, List<T> all, Function<T, ? extends JsonNode> json) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray(field);
        all.stream().skip((page - 1L) * size).limit(size).map(json).forEach(items::add);
        return body.put("total", all.size())
                .put("page", page)
                .put("pageSize", size)
                .put("totalPages", (all.size() + size - 1) / size);
    }
}
