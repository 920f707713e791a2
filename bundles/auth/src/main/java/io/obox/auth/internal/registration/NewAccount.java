package io.obox.auth.internal.registration;

/**
 * An account that somebody asks for, as it came.
 *
 * @param locale BCP 47 tag, or empty for English
 */
public record NewAccount(String email, String password, String name, String locale) {
    @Override
    public String toString() {
        return "NewAccount[]";
    }
}
