/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.api.Answers;
import br.com.pilotstatus.camel.api.ApiRequest;
import br.com.pilotstatus.camel.api.Operation;
import br.com.pilotstatus.camel.model.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One list on its way into an exchange, as the option <code>pages</code> asks for it, from its first page on. */
final class PagedResult {

    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "pageSize";
    private static final int LARGEST_PAGE = 100;

    private final Operation operation;
    private final int maxItems;
    private final Map<String, Object> values;
    private final Function<Map<String, Object>, ApiRequest> requests;
    private final PageSequence pages;
    private final List<Object> all = new ArrayList<>();

    /**
     * @param values   the parameters that the route gives; few large pages unless it says otherwise
     * @param requests makes the call for such parameters
     */
    PagedResult(
            Operation operation,
            int maxItems,
            Map<String, Object> values,
            Function<Map<String, Object>, ApiRequest> requests) {
        this.operation = operation;
        this.maxItems = maxItems;
        this.values = new HashMap<>(values);
        this.values.putIfAbsent(PAGE_SIZE, LARGEST_PAGE);
        this.requests = requests;
        Object first = values.get(PAGE);
        this.pages = new PageSequence(
                operation, first == null ? 1 : Integer.parseInt(first.toString().trim()));
    }

    ApiRequest first() {
        return requests.apply(values);
    }

    private ApiRequest page(int number) {
        Map<String, Object> changed = new HashMap<>(values);
        changed.put(PAGE, number);
        return requests.apply(changed);
    }

    /** Takes a page. The call for the next one, or empty when the list is complete. */
    Optional<ApiRequest> add(Page<?> page) {
        for (Object item : pages.take(page)) {
            if (all.size() < maxItems) {
                all.add(item);
            }
        }
        return pages.hasEnded() || all.size() >= maxItems ? Optional.empty() : Optional.of(page(pages.next()));
    }

    /** What was taken. */
    List<Object> all() {
        return all;
    }

    /** The elements from a first page on; the calls for later ones are made on the thread that comes to them. */
    PageIterator iterator(Page<?> first, EndpointCalls calls) {
        return new PageIterator(
                first, pages, maxItems, number -> (Page<?>) Answers.read(operation, calls.call(page(number))));
    }
}
