package io.obox.auth.internal.administration;

import io.obox.user.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something to be done.
 *
 * @param address the IP address that the request came from, or null where it is not known
 */
public record Asker(Caller caller, @Nullable String address) {}
