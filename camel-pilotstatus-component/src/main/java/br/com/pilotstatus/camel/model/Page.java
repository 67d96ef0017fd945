/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param items      what is on it
 * @param total      how many there are in all; for unread messages the sum over their conversations
 * @param page       which page this is, from 1; null when the service does not say
 * @param pageSize   how many fit on a page; null when the service does not say
 * @param totalPages how many pages there are; null when the service does not say
 * @param notice     why the list is empty, such as PII_RELAY_ONLY when the number stores nothing; null otherwise
 * @param additional fields this version does not know
 */
public record Page<T>(
        List<T> items,
        Integer total,
        Integer page,
        Integer pageSize,
        Integer totalPages,
        String notice,
        @OtherFields Map<String, Object> additional)
        implements JsonRecord {

    private static final long serialVersionUID = 1L;

    public Page {
        items = items == null ? List.of() : items;
        additional = additional == null ? Map.of() : additional;
    }

    @Override
    public String toString() {
        return "Page[items=" + items.size() + ", page=" + page + ", total=" + total + "]";
    }
}
