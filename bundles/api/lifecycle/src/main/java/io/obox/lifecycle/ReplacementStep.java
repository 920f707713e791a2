package io.obox.lifecycle;

/** How far a replacement is. Until {@link #DRAINING} the former version serves, and the next start of the node has it. */
public enum ReplacementStep {
    /** Waits for its job. */
    REQUESTED,
    /** The new version is installed, and what is slow is made ready. */
    PREPARING,
    /** The new version runs where nobody sees it, and is tried. */
    PROVING,
    /** The new version is started for all to see. */
    STARTING,
    /** The new version serves; what the former one still does comes to its end. */
    DRAINING,
    /** Only the new version is left. */
    COMPLETED,
    /** Only the former version is left. */
    REFUSED;

    /** Whether nothing more happens. */
    public boolean finished() {
        return this == COMPLETED || this == REFUSED;
    }

    /** Whether the new version has taken the former one's place. */
    public boolean tookOver() {
        return this == DRAINING || this == COMPLETED;
    }
}
