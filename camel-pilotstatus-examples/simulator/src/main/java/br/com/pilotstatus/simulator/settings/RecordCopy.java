/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.simulator.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;

/** Copies records with some components replaced, so that no record has to list all of them once for each. */
final class RecordCopy {

    private RecordCopy() {}

    /** The record with another value of one component; the record's own constructor judges it. */
    static <R extends Record> R with(R original, String component, Object value) {
        return with(original, Collections.singletonMap(component, value));
    }

    /** The record with other values of some components, by their names. */
    static <R extends Record> R with(R original, Map<String, ?> changes) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Stream.of(components)
                .map(component -> changes.containsKey(component.getName())
                        ? changes.get(component.getName())
                        : value(component, original))
                .toArray();
        try {
            @SuppressWarnings("unchecked") // the class of a record has no subclasses
            R copy = (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
            return copy;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every record has a constructor of all its components", e);
        }
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every component of a record can be read", e);
        }
    }
}
