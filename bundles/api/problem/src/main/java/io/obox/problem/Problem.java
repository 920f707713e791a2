package io.obox.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault as people and programs are told of it: the members of an {@code application/problem+json} document. The same
 * record is stored with a failed job and with a failed VM. Never carries a secret.
 *
 * @param slug stable name of the kind of fault; the document's type is {@code urn:obox:problem:<slug>}
 * @param title the kind in a few words, the same for each problem of this slug
 * @param status HTTP status, 400 to 599
 * @param detail what happened this time, in whole sentences
 * @param remedy what the reader can do about it, in one sentence, or null where nothing can be done
 * @param errors the fields at fault, empty unless the slug is {@code validation}
 * @param incident reference under which the log tells more, or null
 */
public record Problem(
        String slug,
        String title,
        int status,
        String detail,
        @Nullable String remedy,
        List<FieldError> errors,
        @Nullable String incident) {

    /** Copies the list, and reads a missing one (as in a stored document) as empty. */
    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A problem with a detail and nothing else. */
    public static Problem of(String slug, String title, int status, String detail) {
        return new Problem(slug, title, status, detail, null, List.of(), null);
    }

    /** The request was understood, but some of its values can't be accepted (422). */
    public static Problem validation(List<FieldError> errors) {
        return new Problem("validation", "Invalid values", 422, "Some values can't be accepted.", null, errors, null);
    }

    /** The request can't be read at all (400). */
    public static Problem malformed(String detail) {
        return of("malformed", "Malformed request", 400, detail);
    }

    /** Nobody is logged in, or the login has ended (401). */
    public static Problem unauthenticated(String detail) {
        return of("unauthenticated", "Not logged in", 401, detail).withRemedy("Log in and try again.");
    }

    /** The caller may see the thing but not do this (403). */
    public static Problem forbidden(String detail) {
        return of("forbidden", "Not allowed", 403, detail);
    }

    /** The thing does not exist, or the caller may not know that it does (404). */
    public static Problem notFound(String what) {
        return of("not-found", "Not found", 404, "There is no such " + what + ".");
    }

    /** The thing is not in a state in which this can be done (409). */
    public static Problem stateConflict(String detail) {
        return of("state-conflict", "Not possible in this state", 409, detail);
    }

    /** The thing was changed since the caller read it (412). */
    public static Problem preconditionFailed(String detail) {
        return of("precondition-failed", "Changed meanwhile", 412, detail)
                .withRemedy("Read it again and repeat the change.");
    }

    /** Something OBox itself needs is away at the moment (503); the same request may succeed soon. */
    public static Problem unavailable(String detail) {
        return of("unavailable", "Temporarily unavailable", 503, detail).withRemedy("Try again in a few seconds.");
    }

    /** The caller asks too often (429). */
    public static Problem rateLimited(String detail) {
        return of("rate-limited", "Too many requests", 429, detail).withRemedy("Wait a while and try again.");
    }

    /** The same problem with advice for its reader. */
    public Problem withRemedy(String sentence) {
        return new Problem(slug, title, status, detail, sentence, errors, incident);
    }

    /** The same problem with a reference into the log. */
    public Problem withIncident(String reference) {
        return new Problem(slug, title, status, detail, remedy, errors, reference);
    }
}
