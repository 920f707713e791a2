package io.obox.user;

import java.util.UUID;

/**
 * Whose a thing is, as people are shown it.
 *
 * @param email how the owner is called; empty if the account is gone
 */
public record Owner(UUID id, String email) {}
