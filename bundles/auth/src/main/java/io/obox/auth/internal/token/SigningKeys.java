package io.obox.auth.internal.token;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Where the keys come from that all nodes sign with. */
@FunctionalInterface
interface SigningKeys {
    /** The key to sign with. */
    SigningKey current();

    /** The keys under which something may have been signed that is still good, the newest first. */
    default List<SigningKey> verifying() {
        return List.of(current());
    }

    /** Of these, the keys under which something may have been signed that lives no longer than this. */
    default List<SigningKey> verifying(Duration lifetime) {
        return verifying();
    }

    /** What tells this installation from others, whichever key is the current one. */
    default UUID installation() {
        return current().id();
    }
}
