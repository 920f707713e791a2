package io.obox.auth.internal.account;

import org.jspecify.annotations.Nullable;

/**
 * What people can change of their accounts, as it came or as it is kept.
 *
 * @param locale BCP 47 tag, or null where none was chosen
 */
public record ProfileContent(
        @Nullable String name, @Nullable String locale, Preferences preferences) {}
