/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.w3c.dom.NodeList;

/** Values that are lists of others: collections, arrays, JSON arrays, and nodes of XML. */
public final class ListValues {

    private ListValues() {}

    /** Whether a value is a list; bytes and characters are content or text. */
    public static boolean is(Object value) {
        return value instanceof Collection<?>
                || (value instanceof JsonNode node && node.isArray())
                || (value instanceof NodeList && !XmlValues.isNode(value))
                || (value != null
                        && value.getClass().isArray()
                        && !(value instanceof byte[])
                        && !(value instanceof char[]));
    }

    /** The values of a list. */
    public static List<Object> of(Object list) {
        List<Object> entries = new ArrayList<>();
        if (list instanceof Collection<?> collection) {
            entries.addAll(collection);
        } else if (list instanceof JsonNode node) {
            node.forEach(entries::add);
        } else if (list instanceof NodeList nodes) {
            for (int i = 0; i < nodes.getLength(); i++) {
                entries.add(nodes.item(i));
            }
        } else {
            for (int i = 0; i < Array.getLength(list); i++) {
                entries.add(Array.get(list, i));
            }
        }
        return entries;
    }
}
