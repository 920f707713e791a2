package io.obox.provisioner.spi;

import io.obox.message.Message;

/** Where a provisioner says how far it is. */
@FunctionalInterface
public interface Progress {
    /** Says it to nobody. */
    Progress NONE = (percent, step) -> {};

    /**
     * A step begins, or goes on.
     *
     * @param percent 0 to 100 of this call
     * @param step what is done now, in a few words, the first with a capital letter
     */
    void at(int percent, String step);

    /** The same, for readers of any language. */
    default void at(int percent, Message step) {
        at(percent, step.text());
    }
}
