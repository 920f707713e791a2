package io.obox.user;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may see: everything, or what belongs to certain owners. The one rule by which single objects are shown, lists
 * and counts are narrowed, caches tell askers apart, and events are passed on. A value, so it can be a key. Immutable.
 */
public final class Visibility {
    private static final Visibility EVERYTHING = new Visibility(null);

    private final @Nullable Set<UUID> owners;

    private Visibility(@Nullable Set<UUID> owners) {
        this.owners = owners;
    }

    /** Everything, also what belongs to nobody. */
    public static Visibility everything() {
        return EVERYTHING;
    }

    /** What belongs to one of these users. */
    public static Visibility of(Set<UUID> owners) {
        return new Visibility(Set.copyOf(owners));
    }

    /** Whether it is limited by nothing. */
    public boolean isEverything() {
        return owners == null;
    }

    /** The owners whose objects are visible, for a query; null for everything. */
    public @Nullable Set<UUID> owners() {
        return owners;
    }

    /**
     * Whether an object is visible.
     *
     * @param ownerId whose it is, or null where it belongs to nobody
     */
    public boolean includes(@Nullable UUID ownerId) {
        return owners == null || ownerId != null && owners.contains(ownerId);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Visibility that && Objects.equals(owners, that.owners);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(owners);
    }

    @Override
    public String toString() {
        return owners == null ? "everything" : "what belongs to " + owners;
    }
}
