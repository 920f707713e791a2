package io.obox.auth.internal.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2HashTest {
    /** From the tests of the reference implementation; the password is "password". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        Argon2Hash hash = Argon2Hash.of("correct horse".toCharArray());
        assertThat(hash.matches("correct horse".toCharArray())).isTrue();
        assertThat(hash.matches("correct horsf".toCharArray())).isFalse();
        assertThat(hash.matches("".toCharArray())).isFalse();
    }

    @Test
    void aHashSurvivesBeingWrittenAndRead() {
        String phc = Argon2Hash.of("grüße 🐎 aus der ferne".toCharArray()).toString();
        assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("=$");
        assertThat(Argon2Hash.parse(phc).matches("grüße 🐎 aus der ferne".toCharArray()))
                .isTrue();
        assertThat(Argon2Hash.parse(phc).outdated()).isFalse();
    }

    @Test
    void theHashOfAnotherImplementationIsUnderstood() {
        Argon2Hash hash = Argon2Hash.parse(REFERENCE);
        assertThat(hash.matches("password".toCharArray())).isTrue();
        assertThat(hash.matches("passwore".toCharArray())).isFalse();
    }

    @Test
    void aHashWithOtherParametersIsOutdated() {
        assertThat(Argon2Hash.parse(REFERENCE).outdated()).isTrue();
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        assertThat(Argon2Hash.of("correct horse".toCharArray()))
                .doesNotHaveToString(
                        Argon2Hash.of("correct horse".toCharArray()).toString());
    }

    @Test
    void whatIsNoHashIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> Argon2Hash.parse("hunter2")).hasMessageNotContaining("hunter2");
    }
}
