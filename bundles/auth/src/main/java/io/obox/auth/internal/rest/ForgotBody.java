package io.obox.auth.internal.rest;

import org.jspecify.annotations.Nullable;

/** Body that names the address of an account, as it came. */
public record ForgotBody(@Nullable String email) {}
