package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body of a key to be saved, as it came. */
public record SshKeyBody(@Nullable String name, @Nullable String publicKey) {}
