package io.obox.auth.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordRulesTest {
    private static final String EMAIL = "alice@example.org";

    @Test
    void tenCharactersAreEnough() {
        assertThat(PasswordRules.fault("abcdefghij", EMAIL)).isEmpty();
        assertThat(PasswordRules.fault("abcdefghi", EMAIL)).isPresent();
    }

    @Test
    void aCharacterOutsideOfTheBasicPlaneCountsOnce() {
        assertThat(PasswordRules.fault("🐎🐎🐎🐎🐎", EMAIL)).isPresent();
    }

    @Test
    void theKnownPasswordCannotBeChosen() {
        assertThat(PasswordRules.fault(PasswordRules.KNOWN, EMAIL)).isPresent();
    }

    @Test
    void theAddressCannotBeChosen() {
        assertThat(PasswordRules.fault("Alice@Example.org", EMAIL)).isPresent();
        assertThat(PasswordRules.fault("alice@example.org, really", EMAIL)).isEmpty();
    }

    @Test
    void thereIsAnEnd() {
        assertThat(PasswordRules.fault("a".repeat(256), EMAIL)).isEmpty();
        assertThat(PasswordRules.fault("a".repeat(257), EMAIL)).isPresent();
    }
}
