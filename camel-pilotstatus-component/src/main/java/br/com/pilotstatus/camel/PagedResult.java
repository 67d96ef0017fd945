/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.client.Answers;
import br.com.pilotstatus.camel.client.ApiRequest;
import br.com.pilotstatus.camel.client.ApiResponse;
import br.com.pilotstatus.camel.client.Operation;
import br.com.pilotstatus.camel.model.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes of the first page of a list what the option <code>pages</code> asks for. */
final class PagedResult {

    private static final String PAGE = "page";
    private static final String PAGE_SIZE = "pageSize";
    private static final int LARGEST_PAGE = 100;

    private final Operation operation;
    private final PagesAs pages;
    private final int maxItems;

    PagedResult(Operation operation, PilotStatusCallConfiguration call) {
        this.operation = operation;
        this.pages = call.getPages();
        this.maxItems = call.getMaxItems();
    }

    /** Whether more than one page is wanted. */
    boolean wantsMore() {
        return pages != PagesAs.ONE;
    }

    /** The parameters of the first page; few large pages unless the route says otherwise. */
    Map<String, Object> first(Map<String, Object> values) {
        Map<String, Object> first = new HashMap<>(values);
        first.putIfAbsent(PAGE_SIZE, LARGEST_PAGE);
        return first;
    }

    /**
     * The elements from the first page on.
     *
     * @param values   the parameters of the first page
     * @param requests makes the call for such parameters
     * @param client   makes the calls for later pages, on the thread that asks for them
     */
    Object read(
            Page<?> first,
            Map<String, Object> values,
            Function<Map<String, Object>, ApiRequest> requests,
            ObservedClient client) {
        int number = values.get(PAGE) == null
                ? 1
                : Integer.parseInt(values.get(PAGE).toString().trim());
        PageIterator iterator = new PageIterator(first, number, maxItems, next -> {
            Map<String, Object> changed = new HashMap<>(values);
            changed.put(PAGE, next);
            ApiResponse response = client.call(requests.apply(changed));
            return (Page<?>) Answers.read(operation, response);
        });
        if (pages == PagesAs.ITERATOR) {
            return iterator;
        }
        List<Object> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }
}
