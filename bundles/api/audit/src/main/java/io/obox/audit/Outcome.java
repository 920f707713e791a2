package io.obox.audit;

/** What became of something that somebody wanted to do. */
public enum Outcome {
    /** It was done, or work on it was begun. */
    DONE,
    /** It was refused. */
    REFUSED
}
