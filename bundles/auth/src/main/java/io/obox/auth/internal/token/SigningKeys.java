package io.obox.auth.internal.token;

/** Where the key comes from that all nodes sign with. */
@FunctionalInterface
interface SigningKeys {
    /** The same key each time. */
    SigningKey current();
}
