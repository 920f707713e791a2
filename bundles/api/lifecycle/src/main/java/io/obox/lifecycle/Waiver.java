package io.obox.lifecycle;

/** What a replacement is not to insist on. */
public enum Waiver {
    /** The new version may offer fewer services than the one that it replaces. */
    FEWER_SERVICES
}
