package io.obox.mail.internal.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/** The documents that a row holds. What a newer version of OBox added to them is passed over. */
final class MailJson {
    /** The memory for types is its own: the one that all mappers share would keep the classes of replaced bundles. */
    private final JsonMapper mapper = JsonMapper.builder()
            .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 100)))
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A " + value.getClass().getName() + " can't be written.", e);
        }
    }

    /** What it says is not repeated where it can't be read: it may be a credential. */
    <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("A stored " + type.getName() + " can't be read.");
        }
    }
}
