package io.obox.persistence;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A whiteboard service by which a domain says what of its rows ages, and how. It is called about once a minute, on one node
 * at a time, again and again until nothing is left, with a pause after each bite, so that people hardly notice. Calls that
 * take longer than a minute are interrupted.
 */
@ConsumerType
public interface Retention {
    /** What ages, such as {@code finished jobs}. The same for all versions and nodes; unlike that of any other retention. */
    String name();

    /**
     * Deletes the oldest of the rows that have aged: by their age, their number or whatever the domain goes by. Runs in a
     * transaction, which the domain's own {@link Transactions} join. Two versions of a bundle may do so at once: rows that
     * somebody has locked are best left for the next time ({@code for update skip locked}).
     *
     * @param limit delete no more than this
     * @return how many were deleted; fewer than the limit where nothing is left for now
     */
    int deleteAged(int limit);

    /** How many rows at most are deleted in one transaction. */
    default int bite() {
        return 200;
    }
}
