package io.obox.user;

import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service of a domain whose things belong to accounts. Before an account is deleted, each is asked to let it go, in the
 * transaction that deletes it; called by several threads at once.
 */
@ConsumerType
public interface AccountHoldings {
    /**
     * Gives all that an account has to another one that is in use, in the thread's transaction. {@link #release} may follow in the
     * same one. Where this is not implemented nothing is given, and {@code release} refuses.
     *
     * @throws io.obox.problem.ProblemException where the other can't take it, with a remedy that says what to do about it
     */
    default void transfer(UUID accountId, UUID receiverId) {}

    /**
     * Lets an account go that has nothing. From the commit on, nothing can be made for it any more: not even by a request that began
     * before.
     *
     * @throws io.obox.problem.ProblemException where it has something, with a remedy that says what to do about it
     */
    void release(UUID accountId);
}
