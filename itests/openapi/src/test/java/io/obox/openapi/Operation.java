package io.obox.openapi;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the code of an operation does not tell.
 *
 * @param id its name for generated clients
 * @param summary what it does, in one sentence
 * @param status of its success
 * @param answer what it then answers with; null for nothing, {@link Inferred} for what the method returns
 * @param queries what query parameters are read as that come as texts
 * @param words the enums of which members of the body name a constant in lower case
 */
record Operation(
        String id,
        String summary,
        int status,
        @Nullable Type answer,
        Map<String, Class<?>> queries,
        Map<String, List<Class<?>>> words) {
    /** Stands for the return type of the method. */
    interface Inferred {}

    static Operation of(String id, String summary) {
        return new Operation(id, summary, 200, Inferred.class, Map.of(), Map.of());
    }

    Operation answering(Type type) {
        return new Operation(id, summary, status, type, queries, words);
    }

    Operation accepted(Class<?> type) {
        return new Operation(id, summary, 202, type, queries, words);
    }

    /** Work that no answer tells of. */
    Operation taken() {
        return new Operation(id, summary, 202, null, queries, words);
    }

    Operation created(Class<?> type) {
        return new Operation(id, summary, 201, type, queries, words);
    }

    Operation answeringNothing() {
        return new Operation(id, summary, 204, null, queries, words);
    }

    Operation reading(Map<String, Class<?>> types) {
        return new Operation(id, summary, status, answer, types, words);
    }

    Operation wording(Map<String, List<Class<?>>> enums) {
        return new Operation(id, summary, status, answer, queries, enums);
    }

    /** The answer, where {@code returned} is what the method says it returns. */
    @Nullable
    Type answer(Type returned) {
        return answer == Inferred.class ? returned : answer;
    }
}
