package io.obox.vm.internal.rest;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of objects as entity tags. */
final class Tags {
    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private Tags() {}

    /** The object with its tag, or 304 where the caller has it already. */
    static Response answer(Object document, String tag, Request request) {
        EntityTag etag = new EntityTag(tag);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(etag);
        return unchanged == null
                ? Response.ok(document).tag(etag).build()
                : unchanged.tag(etag).build();
    }

    /**
     * The version that a change is for.
     *
     * @throws ProblemException {@code precondition-required} where the header is missing, {@code precondition-failed} where
     *     it can't name any version
     */
    static long required(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new ProblemException(
                    Problem.of("precondition-required", "Version missing", 428, "The header If-Match is missing.")
                            .withRemedy("Send the ETag of the version that the change is for."));
        }
        Matcher tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(Problem.preconditionFailed("The header If-Match names no version."));
        }
        return Long.parseLong(tag.group(1));
    }
}
