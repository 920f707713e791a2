package io.obox.web.internal.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.obox.problem.FieldError;
import io.obox.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of an {@code application/problem+json} document. What does not apply is left out.
 *
 * @param instance path of the request that met the problem, or null where it is part of another document
 * @param code by which the detail is found in other languages, and {@code remedyCode} the remedy
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        List<FieldError> errors,
        @Nullable String remedy,
        @Nullable String incident,
        @Nullable String code,
        Map<String, Object> args,
        @Nullable String remedyCode,
        Map<String, Object> remedyArgs) {
    /** The media type of such documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The document of a problem. */
    public static ProblemDocument of(Problem problem, @Nullable String instance) {
        return new ProblemDocument(
                "urn:obox:problem:" + problem.slug(),
                problem.title(),
                problem.status(),
                problem.detail(),
                instance,
                problem.errors(),
                problem.remedy(),
                problem.incident(),
                problem.code(),
                problem.args(),
                problem.remedyCode(),
                problem.remedyArgs());
    }
}
