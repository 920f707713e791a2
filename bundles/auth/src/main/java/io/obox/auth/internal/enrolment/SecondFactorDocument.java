package io.obox.auth.internal.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The second factor of an account, without anything secret.
 *
 * @param enabled whether a code is asked for at each login
 * @param since since when, or null
 * @param recoveryCodes how many codes are left for when the authenticator is lost
 * @param required whether the account must have one
 */
public record SecondFactorDocument(
        boolean enabled, @Nullable Instant since, int recoveryCodes, boolean required) {}
