package io.obox.auth.internal.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ApiTokenTest {
    private final String text = ApiToken.random(new SecureRandom()).text();

    @Test
    void aTokenSaysWhatItIsAndIsReadBack() {
        assertThat(text).matches("obox_[0-9A-Za-z]{49}");
        assertThat(ApiToken.parse(text))
                .hasValueSatisfying(read -> assertThat(read.text()).isEqualTo(text));
    }

    @Test
    void noOtherHasTheSameHash() {
        assertThat(ApiToken.random(new SecureRandom()).fingerprint())
                .isNotEqualTo(ApiToken.parse(text).orElseThrow().fingerprint());
    }

    @Test
    void eachWrongLetterIsRecognised() {
        for (int i = 0; i < text.length(); i++) {
            char wrong = text.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(ApiToken.parse(text.substring(0, i) + wrong + text.substring(i + 1)))
                    .as("letter %d", i)
                    .isEmpty();
        }
    }

    /** So that a program that looks for lost secrets can be told how: CRC-32 of the 43 characters, in base 62. */
    @Test
    void theChecksumIsThatOfOtherTokens() {
        String zeros = "obox_" + "0".repeat(43);
        assertThat(ApiToken.parse(zeros + "2CZclj")).isPresent();
        assertThat(ApiToken.parse(zeros + "000000")).isEmpty();
    }

    @Test
    void whatIsTooShortTooLongOrOtherwiseMadeIsNone() {
        assertThat(ApiToken.parse("")).isEmpty();
        assertThat(ApiToken.parse("obox_")).isEmpty();
        assertThat(ApiToken.parse(text + "0")).isEmpty();
        assertThat(ApiToken.parse(text.substring(1))).isEmpty();
        assertThat(ApiToken.parse(text + "\n")).isEmpty();
        assertThat(ApiToken.parse(text.replace("obox_", "OBOX_"))).isEmpty();
    }
}
