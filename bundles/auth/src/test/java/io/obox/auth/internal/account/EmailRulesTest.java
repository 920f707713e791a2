package io.obox.auth.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"admin@gmail.com", "a.b+c@mail.example.org", "root@localhost", "o'hara@x-y.example"})
    void whatPeopleHaveMayBeUsed(String email) {
        assertThat(EmailRules.fault(email)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "notanemail",
                "@example.org",
                "a@",
                "a@b@c",
                "a b@example.org",
                "a@-x.example",
                "a@x..example"
            })
    void whatAPageWouldNotTakeMayNot(String email) {
        assertThat(EmailRules.fault(email)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {254, 255})
    void thereIsAnEnd(int length) {
        String email = "a".repeat(length - "@example.org".length()) + "@example.org";
        assertThat(EmailRules.fault(email).isPresent()).isEqualTo(length > EmailRules.MAX_LENGTH);
    }
}
