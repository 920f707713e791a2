package io.obox.vm.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A problem as the text of a JSON document. What a newer version of OBox added to it is passed over. */
public final class ProblemText {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ProblemText() {}

    /** The text of a problem. */
    public static @Nullable String of(@Nullable Problem problem) {
        try {
            return problem == null ? null : JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can't be written: " + problem.slug(), e);
        }
    }

    /** The problem of a text. */
    public static @Nullable Problem read(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored problem can't be read.", e);
        }
    }
}
