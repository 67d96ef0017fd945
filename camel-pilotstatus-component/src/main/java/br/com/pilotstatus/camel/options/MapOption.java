/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option that is a map, given whole, as in <code>variables: {name: ..., order: ...}</code> of YAML. Where the operation stands
 * in the <code>uri</code>, Camel makes text of the map, as Java does: <code>{name=..., order=...}</code>.
 */
final class MapOption {

    private static final Pattern NAME = Pattern.compile("([^=,{}\\s]+)=");
    private static final String SEPARATOR = ", ";

    private MapOption() {}

    /**
     * Replaces a map that became text by its entries, each under the prefix of the option.
     *
     * @throws IllegalArgumentException when the text is no map, or names an entry that has an option of its own
     */
    static void spread(String option, String prefix, Map<String, Object> options) {
        if (!(options.get(option) instanceof String text) || text.startsWith("#")) {
            return;
        }
        options.remove(option);
        entries(option, prefix, text.strip()).forEach((name, value) -> {
            if (options.putIfAbsent(prefix + name, value) != null) {
                throw new IllegalArgumentException("The option " + prefix + name + " is given twice");
            }
        });
    }

    private static Map<String, String> entries(String option, String prefix, String text) {
        Map<String, String> entries = new LinkedHashMap<>();
        boolean map = text.startsWith("{") && text.endsWith("}");
        for (String entry : map ? split(text.substring(1, text.length() - 1)) : List.<String>of()) {
            Matcher name = NAME.matcher(entry);
            map &= name.lookingAt() && entries.put(name.group(1), entry.substring(name.end())) == null;
        }
        if (!map || entries.isEmpty()) {
            throw new IllegalArgumentException("The option " + option
                    + " is no map: give each entry by an option of its own, " + prefix + "<name>");
        }
        return entries;
    }

    /** Entries begin where a name does, and not within an expression. */
    private static List<String> split(String text) {
        List<String> entries = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            int next = i + SEPARATOR.length();
            if (depth == 0
                    && text.startsWith(SEPARATOR, i)
                    && NAME.matcher(text).region(next, text.length()).lookingAt()) {
                entries.add(text.substring(begin, i));
                begin = next;
            }
        }
        entries.add(text.substring(begin));
        return entries;
    }
}
