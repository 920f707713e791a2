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
     * Lets an account go that has nothing. From the commit on, nothing can be made for it any more: not even by a request that began
     * before.
     *
     * @throws io.obox.problem.ProblemException where it has something, with a remedy that says what to do about it
     */
    void release(UUID accountId);
}
