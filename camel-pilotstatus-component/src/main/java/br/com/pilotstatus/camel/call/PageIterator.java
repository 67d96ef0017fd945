/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.call;

import br.com.pilotstatus.camel.model.Page;
import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/**
 * The elements of a list that comes in pages. Fetches a page when its first element is asked for, on the thread that asks,
 * and none once it is closed. An element that a growing list pushed onto the next page comes once. For one thread.
 */
public final class PageIterator implements Iterator<Object>, Closeable {

    private final PageSequence pages;
    private final IntFunction<Page<?>> fetch;
    private final int maxItems;
    private Iterator<Object> items;
    private int given;
    private boolean closed;

    /**
     * @param first    the page to begin with
     * @param pages    begins with that page
     * @param maxItems how many elements to give at most
     * @param fetch    fetches the page of a number
     */
    public PageIterator(Page<?> first, PageSequence pages, int maxItems, IntFunction<Page<?>> fetch) {
        this.pages = pages;
        this.items = pages.take(first).iterator();
        this.maxItems = maxItems;
        this.fetch = fetch;
    }

    @Override
    public boolean hasNext() {
        if (closed || given >= maxItems) {
            return false;
        }
        while (!items.hasNext() && !pages.hasEnded()) {
            items = pages.take(fetch.apply(pages.next())).iterator();
        }
        return items.hasNext();
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
