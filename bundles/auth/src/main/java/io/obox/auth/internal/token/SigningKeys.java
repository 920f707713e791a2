package io.obox.auth.internal.token;

import java.util.List;

/** Where the key comes from that all nodes sign with. */
@FunctionalInterface
interface SigningKeys {
    /** The key to sign with. */
    SigningKey current();

    /** The keys under which something may have been signed that is still good; that to sign with is one of them. */
    default List<SigningKey> verifying() {
        return List.of(current());
    }
}
