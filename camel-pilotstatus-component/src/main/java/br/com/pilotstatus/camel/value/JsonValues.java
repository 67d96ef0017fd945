/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.Button;
import br.com.pilotstatus.camel.model.JsonRecord;
import br.com.pilotstatus.camel.model.Times;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;

/** The way from a value of an exchange to one that JSON has a form for. */
public final class JsonValues {

    private JsonValues() {}

    /**
     * A value as JSON has it: objects and lists with what they hold, numbers and truth values as they are, times in ISO 8601,
     * anything else as text.
     *
     * @param field name for errors; what lies within is named below it
     * @throws PilotStatusValidationException when a value within has no text form
     */
    public static Object of(String field, Object value, Exchange exchange) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            map.forEach((key, entry) -> {
                String name = TextValues.text(field, key, exchange);
                object.put(name, of(field + "." + name, entry, exchange));
            });
            return object;
        }
        if (value instanceof Number
                || value instanceof Boolean
                || value instanceof JsonNode
                || value instanceof JsonRecord
                || value instanceof Button) {
            return value;
        }
        if (ListValues.is(value)) {
            List<Object> list = new ArrayList<>();
            for (Object entry : ListValues.of(value)) {
                list.add(of(field, entry, exchange));
            }
            return list;
        }
        return value instanceof Date date ? Times.instant(date).toString() : TextValues.text(field, value, exchange);
    }
}
