package io.obox.version;

/** A document that shows one version of a thing. The version is its entity tag. */
public interface Versioned {
    /** Grows with each change of what is shown. */
    long version();
}
