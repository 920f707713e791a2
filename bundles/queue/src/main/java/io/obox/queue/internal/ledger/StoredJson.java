package io.obox.queue.internal.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.regex.Pattern;

/** The documents that a job keeps: arguments and problem. Reads what another version of a bundle wrote, as far as it can. */
public final class StoredJson {
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    private final Mappers mappers = new Mappers();

    /**
     * A mapper for each class, which belongs to the class and goes with it: one for all would keep the classes of handlers that
     * were replaced, as would the memory for types that all mappers share.
     */
    private static final class Mappers extends ClassValue<JsonMapper> {
        @Override
        protected JsonMapper computeValue(Class<?> type) {
            return JsonMapper.builder()
                    .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
                    .addModule(new JavaTimeModule())
                    // so that a member which only a later version knows changes no digest while it is not used
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
        }
    }

    /** As text that PostgreSQL takes: a string in JSON may hold NUL, one in jsonb may not. */
    public String write(Object value) {
        try {
            return NUL.matcher(mappers.get(value.getClass()).writeValueAsString(value))
                    .replaceAll("$1");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getName() + " can't be written as JSON", e);
        }
    }

    /** The value that the text stands for. */
    public <T> T read(String text, Class<T> type) {
        try {
            return mappers.get(type).readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A stored " + type.getName() + " can't be read", e);
        }
    }
}
