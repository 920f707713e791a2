package io.obox.auth.internal.invitation;

/**
 * What somebody who is invited has to know to choose a password.
 *
 * @param minPasswordLength fewest characters of it
 */
public record InvitationDocument(String email, String name, int minPasswordLength) {}
