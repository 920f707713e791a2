package io.obox.provisioner.libvirt.internal.guest;

import java.util.Optional;
import java.util.UUID;

/** How the native objects of a VM are named: by its id, which never changes. */
public final class GuestName {
    private static final String PREFIX = "obox-";

    private GuestName() {}

    /** The domain's name, and the beginning of its volumes' names. */
    public static String of(UUID vmId) {
        return PREFIX + vmId;
    }

    /** The id in a domain's name, if it is such a name. */
    public static Optional<UUID> vmId(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            UUID id = UUID.fromString(name.substring(PREFIX.length()));
            return of(id).equals(name) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
