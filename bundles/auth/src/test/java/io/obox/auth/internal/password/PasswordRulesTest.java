package io.obox.auth.internal.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.password.PasswordRules.Chooser;
import io.obox.message.Message;
import io.obox.user.Role;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final Chooser ALICE = new Chooser(Role.USER, "alice@example.org", "Alice Liddell");
    private static final Chooser ADMIN = new Chooser(Role.ADMIN, "root@example.org", "A. Person");

    private final PasswordRules rules = new PasswordRules();

    private Optional<Message> fault(String password) {
        return rules.fault(password, ALICE);
    }

    private String code(String password) {
        return fault(password).map(Message::code).orElse("accepted");
    }

    @Test
    void twelveCharactersAreEnough() {
        assertThat(fault("kvxmtqzwphld")).isEmpty();
        assertThat(code("kvxmtqzwphl")).isEqualTo("auth.password-too-short");
    }

    @Test
    void administratorsNeedFifteen() {
        assertThat(rules.fault("kvxmtqzwphldbrn", ADMIN)).isEmpty();
        assertThat(rules.fault("kvxmtqzwphldbr", ADMIN).map(Message::args))
                .hasValueSatisfying(args -> assertThat(args).containsEntry("least", 15));
    }

    @Test
    void moreMayBeAskedForAndNeverLess() {
        PasswordRules longer = new PasswordRules(20, 15);
        PasswordRules shorter = new PasswordRules(3, 3);

        assertThat(longer.minLength()).isEqualTo(20);
        assertThat(longer.fault("kvxmtqzwphldbrnkvxm", ALICE)).isPresent();
        assertThat(longer.fault("kvxmtqzwphldbrnkvxm", ADMIN)).isPresent();
        assertThat(longer.fault("kvxmtqzwphldbrncgysf", ALICE)).isEmpty();
        assertThat(shorter.fault("kvxmtqzwphl", ALICE)).isPresent();
        assertThat(shorter.fault("kvxmtqzwphldbr", ADMIN)).isPresent();
    }

    @Test
    void aCharacterOutsideOfTheBasicPlaneCountsOnce() {
        assertThat(code("🐎🐎🐎🐎🐎🐎")).isEqualTo("auth.password-too-short");
    }

    @Test
    void theKnownPasswordCannotBeChosen() {
        assertThat(fault(PasswordRules.KNOWN)).isPresent();
    }

    @Test
    void theAddressCannotBeChosen() {
        assertThat(code("Alice@Example.org")).isEqualTo("auth.password-is-address");
        assertThat(fault("alice@example.org, really")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alice Liddell",
                "alice.liddell",
                "L1ddell-2024!",
                "liddellliddell",
                "alice@example.org1",
                "OBox-12345678",
                "obox obox obox"
            })
    void whatOneIsCalledCannotBeChosen(String password) {
        assertThat(code(password)).isEqualTo("auth.password-is-name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2024!",
                "p@ssw0rd1234",
                "Pa$$word2024",
                "$unshine12345",
                "1234dragon1234",
                "letmein letmein",
                "QWERTYuiop1910",
                "Summer01012024",
                "motdepasse1!",
                "leavemealone",
                "ｐａｓｓｗｏｒｄ１２３４"
            })
    void whatIsGuessedFirstCannotBeChosen(String password) {
        assertThat(fault(password)).isPresent();
        assertThat(code(password)).isNotEqualTo("auth.password-too-short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "abababababab",
                "x7!qx7!qx7!q",
                "abcdefghijkl",
                "123456789012",
                "qwertyuiopas",
                "1qaz2wsx3edc",
                "azertyuiopqs",
                "fedcba654321",
                "aaa bbb ccc ddd"
            })
    void patternsCannotBeChosen(String password) {
        assertThat(code(password)).isEqualTo("auth.password-is-pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse",
                "battery staple",
                "a password for tests",
                "correct horse battery",
                "dragon83910273",
                "839201746528",
                "wir gehen im wald",
                "sur le pont d'avignon"
            })
    void whatIsLongAndNotGuessedFirstIsAccepted(String password) {
        assertThat(code(password)).isEqualTo("accepted");
    }

    @Test
    void thereIsAnEnd() {
        String most = IntStream.range(0, 128)
                .mapToObj(i -> "%02x".formatted(i * i % 251))
                .collect(Collectors.joining());
        assertThat(most).hasSize(256);
        assertThat(fault(most)).isEmpty();
        assertThat(code(most + "a")).isEqualTo("auth.password-too-long");
    }
}
