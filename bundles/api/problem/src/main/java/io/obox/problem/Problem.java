package io.obox.problem;

import io.obox.message.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fault as people and programs are told of it: the members of an {@code application/problem+json} document. The same
 * record is stored with a failed job and with a failed VM. Never carries a secret.
 *
 * @param slug stable name of the kind of fault; the document's type is {@code urn:obox:problem:<slug>}
 * @param title the kind in a few words, the same for each problem of this slug
 * @param status HTTP status, 400 to 599
 * @param detail what happened this time, in whole English sentences
 * @param remedy what the reader can do about it, in one English sentence, or null where nothing can be done
 * @param errors the fields at fault, empty unless the slug is {@code validation}
 * @param incident reference under which the log tells more, or null
 * @param code by which the detail is found in other languages, or null ({@link Message})
 * @param args the arguments of the detail
 * @param remedyCode by which the remedy is found in other languages, or null
 * @param remedyArgs the arguments of the remedy
 */
public record Problem(
        String slug,
        String title,
        int status,
        String detail,
        @Nullable String remedy,
        List<FieldError> errors,
        @Nullable String incident,
        @Nullable String code,
        Map<String, Object> args,
        @Nullable String remedyCode,
        Map<String, Object> remedyArgs) {

    /** Copies the collections, and reads missing ones (as in a stored document) as empty. */
    public Problem {
        errors = errors == null ? List.of() : List.copyOf(errors);
        args = Message.copy(args);
        remedyArgs = Message.copy(remedyArgs);
    }

    /** Said in English only. */
    public Problem(
            String slug,
            String title,
            int status,
            String detail,
            @Nullable String remedy,
            List<FieldError> errors,
            @Nullable String incident) {
        this(slug, title, status, detail, remedy, errors, incident, null, Map.of(), null, Map.of());
    }

    /** A problem with a detail, in English only, and nothing else. */
    public static Problem of(String slug, String title, int status, String detail) {
        return of(slug, title, status, Message.plain(detail));
    }

    /** A problem with a detail and nothing else. {@link ProblemKind#of} makes it from a kind. */
    static Problem of(String slug, String title, int status, Message detail) {
        return new Problem(
                slug,
                title,
                status,
                detail.text(),
                null,
                List.of(),
                null,
                detail.code(),
                detail.args(),
                null,
                Map.of());
    }

    /** The request was understood, but some of its values can't be accepted (422). */
    public static Problem validation(List<FieldError> errors) {
        Problem problem = StandardProblem.VALIDATION.of(ProblemMessage.INVALID_VALUES.with());
        return new Problem(
                problem.slug,
                problem.title,
                problem.status,
                problem.detail,
                null,
                errors,
                null,
                problem.code,
                problem.args,
                null,
                Map.of());
    }

    /** The request can't be read at all (400). */
    public static Problem malformed(Message detail) {
        return StandardProblem.MALFORMED.of(detail);
    }

    /** The same in English only. */
    public static Problem malformed(String detail) {
        return malformed(Message.plain(detail));
    }

    /** Nobody is logged in, or the login has ended (401). */
    public static Problem unauthenticated(Message detail) {
        return StandardProblem.UNAUTHENTICATED.of(detail).withRemedy(ProblemMessage.LOG_IN.with());
    }

    /** The same in English only. */
    public static Problem unauthenticated(String detail) {
        return unauthenticated(Message.plain(detail));
    }

    /** The caller may see the thing but not do this (403). */
    public static Problem forbidden(Message detail) {
        return StandardProblem.FORBIDDEN.of(detail);
    }

    /** The same in English only. */
    public static Problem forbidden(String detail) {
        return forbidden(Message.plain(detail));
    }

    /** The thing does not exist, or the caller may not know that it does (404). */
    public static Problem notFound(Message detail) {
        return StandardProblem.NOT_FOUND.of(detail);
    }

    /** The same in English only: "There is no such …". */
    public static Problem notFound(String what) {
        return notFound(Message.plain("There is no such " + what + "."));
    }

    /** The thing is not in a state in which this can be done (409). */
    public static Problem stateConflict(Message detail) {
        return StandardProblem.STATE_CONFLICT.of(detail);
    }

    /** The same in English only. */
    public static Problem stateConflict(String detail) {
        return stateConflict(Message.plain(detail));
    }

    /** The thing was changed since the caller read it (412). */
    public static Problem preconditionFailed(Message detail) {
        return StandardProblem.PRECONDITION_FAILED.of(detail).withRemedy(ProblemMessage.READ_AGAIN.with());
    }

    /** The same in English only. */
    public static Problem preconditionFailed(String detail) {
        return preconditionFailed(Message.plain(detail));
    }

    /** Something OBox itself needs is away at the moment (503); the same request may succeed soon. */
    public static Problem unavailable(Message detail) {
        return StandardProblem.UNAVAILABLE.of(detail).withRemedy(ProblemMessage.TRY_AGAIN_SOON.with());
    }

    /** The same in English only. */
    public static Problem unavailable(String detail) {
        return unavailable(Message.plain(detail));
    }

    /** The caller asks too often (429). */
    public static Problem rateLimited(Message detail) {
        return StandardProblem.RATE_LIMITED.of(detail).withRemedy(ProblemMessage.WAIT_A_WHILE.with());
    }

    /** The same in English only. */
    public static Problem rateLimited(String detail) {
        return rateLimited(Message.plain(detail));
    }

    /** The same problem with advice for its reader. */
    public Problem withRemedy(Message advice) {
        return new Problem(
                slug, title, status, detail, advice.text(), errors, incident, code, args, advice.code(), advice.args());
    }

    /** The same problem with advice in English only. */
    public Problem withRemedy(String sentence) {
        return withRemedy(Message.plain(sentence));
    }

    /** The same problem with a reference into the log. */
    public Problem withIncident(String reference) {
        return new Problem(slug, title, status, detail, remedy, errors, reference, code, args, remedyCode, remedyArgs);
    }

    /** What happened this time. */
    public Message message() {
        return new Message(code, args, detail);
    }
}
