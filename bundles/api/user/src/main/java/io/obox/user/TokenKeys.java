package io.obox.user;

import org.osgi.annotation.versioning.ProviderType;

/** The keys by which OBox knows the tokens that it has issued. Thread-safe. */
@ProviderType
public interface TokenKeys {
    /**
     * Makes another key, by which all nodes sign from some seconds later on. What was signed by the keys before it is good
     * until it ends by itself.
     *
     * @throws io.obox.problem.ProblemException {@code forbidden} unless the caller is an administrator; {@code unavailable}
     */
    void rotate(Caller caller);

    /**
     * Replaces all keys, for when one is known to a stranger. Nothing that was signed before is good any more, on any node
     * from some seconds later on: everybody has to log in again.
     *
     * @throws io.obox.problem.ProblemException {@code forbidden} unless the caller is an administrator; {@code unavailable}
     */
    void revoke(Caller caller);
}
