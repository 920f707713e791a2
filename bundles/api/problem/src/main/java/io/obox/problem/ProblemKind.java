package io.obox.problem;

import io.obox.message.Message;
import java.util.Locale;
import org.osgi.annotation.versioning.ConsumerType;

/** A kind of problem. Those of a bundle are the constants of an enum; what all have in common is {@link StandardProblem}. */
@ConsumerType
public interface ProblemKind {
    /** Stable name of the kind: the constant's, in lower case and with hyphens. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of the constant. */
    String name();

    /** The kind in a few English words; page and other clients know it in theirs by the slug. */
    String title();

    /** HTTP status, 400 to 599. */
    int status();

    /** A problem of this kind, without remedy. */
    default Problem of(Message detail) {
        return of(status(), detail);
    }

    /** A problem of this kind with another status. */
    default Problem of(int status, Message detail) {
        return Problem.of(slug(), title(), status, detail);
    }
}
