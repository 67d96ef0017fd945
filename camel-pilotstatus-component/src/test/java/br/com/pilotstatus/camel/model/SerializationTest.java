/* SPDX-License-Identifier: Apache-2.0 */
package br.com.pilotstatus.camel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import br.com.pilotstatus.camel.Serialized;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.ByteArrayInputStream;
import java.io.NotSerializableException;
import java.io.ObjectStreamClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What routes keep: aggregation repositories, caches and object messages use Java serialization. */
class SerializationTest {

    private static final String NESTED = "{\"a\":[1,2.50,{\"b\":null}],\"c\":true,\"d\":12345678901234567890}";

    private static final List<Class<?>> RECORDS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Json.class).stream()
                    .filter(JavaClass::isRecord)
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    static List<Class<?>> records() {
        return RECORDS;
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordComesBackEqual(Class<?> type) throws Exception {
        Object record = sample(type);
        assertThat(Serialized.copy(record)).usingRecursiveComparison().isEqualTo(record);
    }

    /** Such as the one that <code>marshal().json()</code> makes, and every other of a route. */
    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsWrittenByAMapperThatKnowsNoTimes(Class<?> type) throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(sample(type))).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordHasAFixedId(Class<?> type) throws Exception {
        assertThat(type.getDeclaredField("serialVersionUID")).isNotNull();
        assertThat(ObjectStreamClass.lookup(type).getSerialVersionUID()).isEqualTo(1);
    }

    @Test
    void anEventKeepsItsDataToTheLastLevel() throws Exception {
        String json = "{\"event\":\"message.received\",\"data\":" + NESTED + "}";
        WebhookEvent event = WebhookEvent.of(Json.mapper().readTree(json), json);
        assertThat(Serialized.copy(event)).isEqualTo(event);
    }

    @Test
    void aMessageWithBytesIsKept() throws Exception {
        SendMessage message = SendMessage.builder().media(new byte[] {1, 2}).build();
        assertThat((byte[]) Serialized.copy(message).media()).containsExactly(1, 2);
    }

    @Test
    void aMessageWithAStreamIsRefusedWithTheReason() {
        SendMessage message = SendMessage.builder()
                .media(new ByteArrayInputStream(new byte[1]))
                .build();
        assertThatThrownBy(() -> Serialized.copy(message))
                .isInstanceOf(NotSerializableException.class)
                .hasMessageContaining("give it as bytes, as a URL or as a data URI");
    }

    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Constructor<?> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        return constructor.newInstance(values);
    }

    private static Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return generic.getRawType() == List.class ? List.of(value(last)) : nested();
        }
        if (!(type instanceof Class<?> plain)) {
            return "element";
        }
        if (plain.isRecord()) {
            return sample(plain);
        }
        if (plain == double.class) {
            return 7.5;
        }
        return Map.<Class<?>, Object>of(
                        String.class,
                        "7",
                        Integer.class,
                        7,
                        int.class,
                        7,
                        Long.class,
                        7L,
                        Boolean.class,
                        true,
                        boolean.class,
                        true,
                        Instant.class,
                        Instant.EPOCH,
                        byte[].class,
                        new byte[] {1},
                        Object.class,
                        "any")
                .get(plain);
    }

    private static Map<String, Object> nested() {
        String json = "{\"event\":\"x\",\"data\":" + NESTED + "}";
        try {
            return WebhookEvent.of(Json.mapper().readTree(json), json).data();
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }
}
