/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.api;

import java.util.List;

/**
 * One value that a call takes besides its message.
 *
 * @param name     name in the API
 * @param place    where it goes
 * @param type     what it must be
 * @param required whether the call fails without it
 * @param nullable whether null is a value of its own, which clears what is stored
 * @param min      lowest number, or fewest entries of a list
 * @param max      highest number, most entries of a list, or most characters of a text
 * @param choices  the texts allowed; any when empty
 */
public record Parameter(
        String name,
        Place place,
        ParameterType type,
        boolean required,
        boolean nullable,
        int min,
        int max,
        List<String> choices) {

    /** Where a parameter goes. */
    public enum Place {
        PATH,
        QUERY,
        BODY
    }

    static Parameter inPath(String name) {
        return inPath(name, ParameterType.TEXT);
    }

    static Parameter inPath(String name, ParameterType type) {
        return of(name, Place.PATH, type).mandatory();
    }

    static Parameter inQuery(String name) {
        return inQuery(name, ParameterType.TEXT);
    }

    static Parameter inQuery(String name, ParameterType type) {
        return of(name, Place.QUERY, type);
    }

    static Parameter inBody(String name, ParameterType type) {
        return of(name, Place.BODY, type);
    }

    private static Parameter of(String name, Place place, ParameterType type) {
        return new Parameter(name, place, type, false, false, 0, Integer.MAX_VALUE, List.of());
    }

    /** Whether the value is a list. */
    public boolean isList() {
        return type == ParameterType.LIST || type == ParameterType.PHONES;
    }

    Parameter mandatory() {
        return new Parameter(name, place, type, true, nullable, min, max, choices);
    }

    Parameter orNull() {
        return new Parameter(name, place, type, required, true, min, max, choices);
    }

    Parameter between(int lowest, int highest) {
        return new Parameter(name, place, type, required, nullable, lowest, highest, choices);
    }

    Parameter from(int lowest) {
        return between(lowest, max);
    }

    Parameter upTo(int highest) {
        return between(min, highest);
    }

    Parameter oneOf(String... texts) {
        return new Parameter(name, place, type, required, nullable, min, max, List.of(texts));
    }
}
