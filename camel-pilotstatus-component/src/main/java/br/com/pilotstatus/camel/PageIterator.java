/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel;

import br.com.pilotstatus.camel.model.Page;
import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * The elements of a list that comes in pages. Fetches a page when its first element is asked for, on the thread that asks,
 * and none once it is closed. An element that a growing list pushed onto the next page comes once. For one thread.
 */
final class PageIterator implements Iterator<Object>, Closeable {

    private final IntFunction<Page<?>> fetch;
    private final int maxItems;
    private Page<?> page;
    private int number;
    private List<?> before = List.of();
    private Iterator<?> items;
    private int given;
    private boolean closed;

    /**
     * @param first    the page to begin with
     * @param number   its number
     * @param maxItems how many elements to give at most
     * @param fetch    fetches the page of a number
     */
    PageIterator(Page<?> first, int number, int maxItems, IntFunction<Page<?>> fetch) {
        this.page = first;
        this.number = number;
        this.items = first.items().iterator();
        this.maxItems = maxItems;
        this.fetch = fetch;
    }

    @Override
    public boolean hasNext() {
        if (closed || given >= maxItems) {
            return false;
        }
        while (!items.hasNext() && !isLast()) {
            before = page.items();
            page = fetch.apply(number + 1);
            number++;
            items = page.items().stream().filter(item -> !before.contains(item)).iterator();
        }
        return items.hasNext();
    }

    private boolean isLast() {
        if (page.totalPages() != null && number >= page.totalPages()) {
            return true;
        }
        // Without a count, a service that does not know pages would give the same one for ever.
        boolean repeated = page.totalPages() == null && before.containsAll(page.items());
        return repeated || page.items().isEmpty();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        given++;
        return items.next();
    }

    @Override
    public void close() {
        closed = true;
        items = Collections.emptyIterator();
    }
}
