package io.obox.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something changed.
 *
 * @param type what kind of thing: {@code vm}, {@code job}, {@code host}, {@code image}, {@code user},
 *     {@code session}
 * @param id which one
 * @param action what happened to it
 * @param ownerId who may be told besides administrators, or null where every user may
 */
public record Event(
        String type, UUID id, Action action, @Nullable UUID ownerId) {
    /** What happened to the thing. */
    public enum Action {
        /** It is new or different. */
        CHANGED,
        /** It is gone. */
        REMOVED
    }

    /** A change of something that one user owns. */
    public static Event changed(String type, UUID id, @Nullable UUID ownerId) {
        return new Event(type, id, Action.CHANGED, ownerId);
    }

    /** The end of something that one user owned. */
    public static Event removed(String type, UUID id, @Nullable UUID ownerId) {
        return new Event(type, id, Action.REMOVED, ownerId);
    }
}
