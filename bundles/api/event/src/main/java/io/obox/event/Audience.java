package io.obox.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be told of a change: those who may see the object. */
public final class Audience {
    private static final Audience EVERYONE = new Audience(true, null);
    private static final Audience ADMINISTRATORS = new Audience(false, null);

    private final boolean everyone;
    private final @Nullable UUID owner;

    private Audience(boolean everyone, @Nullable UUID owner) {
        this.everyone = everyone;
        this.owner = owner;
    }

    /** Every user. */
    public static Audience everyone() {
        return EVERYONE;
    }

    /** Administrators, and nobody else. */
    public static Audience administrators() {
        return ADMINISTRATORS;
    }

    /** The user who owns the object, and administrators. */
    public static Audience owner(UUID user) {
        return new Audience(false, user);
    }

    /** Whether every user may be told. */
    public boolean isEveryone() {
        return everyone;
    }

    /** Who may be told besides administrators, or null where it is nobody or everyone. */
    public @Nullable UUID owner() {
        return owner;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Audience that
                && everyone == that.everyone
                && (owner == null ? that.owner == null : owner.equals(that.owner));
    }

    @Override
    public int hashCode() {
        return owner == null ? Boolean.hashCode(everyone) : owner.hashCode();
    }

    @Override
    public String toString() {
        return owner != null ? owner.toString() : everyone ? "everyone" : "administrators";
    }
}
