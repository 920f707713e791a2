package io.obox.auth.internal.registration;

import java.util.List;

/**
 * On which terms people can register, as everybody may read them.
 *
 * @param domains of which addresses must be; empty for any
 * @param minPasswordLength fewest characters of a password
 */
public record RegistrationTerms(boolean open, List<String> domains, int minPasswordLength) {}
