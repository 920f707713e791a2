package io.obox.auth.internal.token;

import java.time.Instant;
import java.util.UUID;

/** What a verified access token says: which session its bearer belongs to, and until when it may be believed. */
public record AccessToken(UUID sessionId, Instant expiresAt) {}
