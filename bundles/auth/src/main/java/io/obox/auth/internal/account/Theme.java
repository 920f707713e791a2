package io.obox.auth.internal.account;

/** In which light the page is shown. */
public enum Theme {
    /** As the browser's system wants it at the moment. */
    SYSTEM,
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK
}
