/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.value;

import br.com.pilotstatus.camel.error.ErrorCode;
import br.com.pilotstatus.camel.error.PilotStatusValidationException;
import br.com.pilotstatus.camel.model.CommaText;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.spi.TypeConverterRegistry;

/**
 * The one way from a value of an exchange to text, for options, headers, bodies, variables, parameters and keys. A value has
 * a text form when it is text, bytes of text, a whole number, a truth value, one of Java's types whose text reads back as the
 * same value, a single value of JSON or XML, or of a type that Camel was told a converter for. Java's <code>toString</code>
 * is none: it shows programmers what an object is.
 */
public final class TextValues {

    /** More than any text that is sent, and a bound for what a stream may hold. */
    static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Nothing is known of its type, so Camel converts it as it does whatever it knows nothing of. */
    private static final Object STRANGER = new Object() {};

    private TextValues() {}

    /**
     * A value as text.
     *
     * @param field name for errors
     * @param value any value; null, an empty Optional and a null of JSON or XML stay null
     * @throws PilotStatusValidationException when the value has no text form
     */
    public static String text(String field, Object value, Exchange exchange) {
        return text(field, value, exchange, MAX_BYTES);
    }

    /**
     * A phone number as text, which no number with a floating point is: its type may have lost digits.
     *
     * @param field name for errors
     */
    public static String phone(String field, Object value, Exchange exchange) {
        if (value instanceof Double || value instanceof Float) {
            throw new PilotStatusValidationException(
                    ErrorCode.PHONE_NUMBER_INVALID,
                    field,
                    "is a number with a floating point: give phone numbers as text");
        }
        return text(field, value, exchange);
    }

    /**
     * A value as text, which {@link #text(String, Object, Exchange)} bounds in the usual way.
     *
     * @param maxBytes most bytes, or characters, that are read of a stream or a file
     */
    public static String text(String field, Object value, Exchange exchange, int maxBytes) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        if (value instanceof Number number) {
            return Numbers.text(field, number);
        }
        if (reads(value)) {
            return value.toString();
        }
        if (value instanceof Optional<?> optional) {
            return text(field, optional.orElse(null), exchange, maxBytes);
        }
        if (value instanceof JsonNode node) {
            return json(field, node);
        }
        if (XmlValues.is(value)) {
            return XmlValues.text(field, value);
        }
        if (ListValues.is(value) || value instanceof Map<?, ?> || value instanceof Date) {
            throw noText(field, value);
        }
        if (Content.is(value, exchange)) {
            byte[] bytes = Content.read(field, value, maxBytes, exchange);
            if (bytes.length == 0 && value instanceof InputStream && !(value instanceof StreamCache)) {
                throw invalid(field, "is a stream without content, or one that was read before");
            }
            return CharacterSets.decode(field, bytes, value, exchange);
        }
        if (value instanceof Reader reader) {
            return characters(field, reader, maxBytes);
        }
        if (value instanceof char[] characters) {
            return new String(characters);
        }
        return converted(field, value, exchange);
    }

    /** Whether a type's text is a value's own form, by a standard or by its purpose, and not a picture of an object. */
    private static boolean reads(Object value) {
        return value instanceof CharSequence
                || value instanceof Character
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof URI
                || value instanceof URL
                || value instanceof Locale
                || value instanceof ZoneId
                || value instanceof TemporalAccessor
                || value instanceof TemporalAmount;
    }

    private static String json(String field, JsonNode node) {
        if (node.isContainerNode() || node.isPojo()) {
            throw invalid(field, "is a JSON object or array: name the value in it");
        }
        if (node.isNumber()) {
            return Numbers.text(field, node.decimalValue());
        }
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }

    private static String characters(String field, Reader reader, int maxCharacters) {
        try {
            if (reader instanceof StreamCache cache) {
                cache.reset();
            }
            StringWriter text = new StringWriter();
            char[] buffer = new char[8192];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.write(buffer, 0, read);
                if (text.getBuffer().length() > maxCharacters) {
                    throw new PilotStatusValidationException(
                            ErrorCode.MEDIA_TOO_LARGE, field, "is longer than " + maxCharacters + " characters");
                }
            }
            if (reader instanceof StreamCache cache) {
                cache.reset();
            }
            return text.toString();
        } catch (IOException e) {
            throw new PilotStatusValidationException(ErrorCode.VALUE_TYPE, field, "cannot be read", e);
        }
    }

    /** By Camel's converters, but not by the one that takes every object and calls its toString. */
    private static String converted(String field, Object value, Exchange exchange) {
        TypeConverter converter = exchange.getContext().getTypeConverter();
        TypeConverterRegistry registry = exchange.getContext().getTypeConverterRegistry();
        String text = converter.tryConvertTo(String.class, exchange, value);
        converter.tryConvertTo(String.class, exchange, STRANGER);
        if (text == null
                || registry.lookup(String.class, value.getClass())
                        == registry.lookup(String.class, STRANGER.getClass())) {
            throw noText(field, value);
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw invalid(field, "holds bytes that are no text in the character set of the exchange");
        }
        return text;
    }

    /**
     * A point in time or a duration as it is, anything else as text.
     *
     * @param field name for errors
     */
    public static Object time(String field, Object value, Exchange exchange) {
        Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        boolean time = given instanceof TemporalAccessor || given instanceof TemporalAmount || given instanceof Date;
        return time ? given : text(field, given, exchange);
    }

    /** Numbers, truth values and JSON's own kinds as they are, anything else as text. */
    public static Object scalar(String field, Object value, Exchange exchange) {
        return value instanceof Number
                        || value instanceof Boolean
                        || (value instanceof JsonNode node && node.isValueNode())
                ? value
                : text(field, value, exchange);
    }

    /** The values of a list as texts. */
    public static List<String> texts(String field, Object list, Exchange exchange) {
        List<String> texts = new ArrayList<>();
        ListValues.of(list).forEach(entry -> texts.add(text(field, entry, exchange)));
        return texts;
    }

    /** The values of a list as texts, or the entries of a text at its commas, without the blanks around them; null stays null. */
    public static List<String> entries(String field, Object value, Exchange exchange) {
        if (ListValues.is(value)) {
            return texts(field, value, exchange);
        }
        String text = text(field, value, exchange);
        return text == null
                ? null
                : CommaText.split(text).stream().map(String::strip).toList();
    }

    private static PilotStatusValidationException noText(String field, Object value) {
        String rule = ListValues.is(value)
                ? "is a list: join it to one text, or name an entry of it"
                : "is a " + value.getClass().getSimpleName() + ", which has no form as text: make it text in the route";
        return invalid(field, rule);
    }

    private static PilotStatusValidationException invalid(String field, String rule) {
        return new PilotStatusValidationException(ErrorCode.VALUE_TYPE, field, rule);
    }
}
