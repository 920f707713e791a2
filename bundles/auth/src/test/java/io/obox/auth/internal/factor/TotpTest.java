package io.obox.auth.internal.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values are those of RFC 4226, D and RFC 6238, B, of the latter the last six digits. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0,755224", "1,287082", "2,359152", "3,969429", "4,338314",
        "5,254676", "6,287922", "7,162583", "8,399871", "9,520489"
    })
    void codesByCounterAreThoseOfTheRfc(long step, String code) {
        assertThat(Totp.code(SECRET, step)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "59,287082",
        "1111111109,081804",
        "1111111111,050471",
        "1234567890,005924",
        "2000000000,279037",
        "20000000000,353130"
    })
    void codesByTimeAreThoseOfTheRfc(long second, String code) {
        Instant at = Instant.ofEpochSecond(second);
        assertThat(Totp.code(SECRET, Totp.step(at))).isEqualTo(code);
        assertThat(Totp.matching(SECRET, code, at)).hasValue(Totp.step(at));
    }

    @Test
    void aCodeIsGoodOneStepEarlyAndOneStepLate() {
        Instant at = Instant.ofEpochSecond(1_000_000 * 30L);
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, 999_999), at)).hasValue(999_999);
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, 1_000_001), at)).hasValue(1_000_001);
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, 999_998), at)).isEmpty();
        assertThat(Totp.matching(SECRET, Totp.code(SECRET, 1_000_002), at)).isEmpty();
        assertThat(Totp.matching(SECRET, "", at)).isEmpty();
    }

    @Test
    void secretsAreShownAsAuthenticatorsTakeThem() {
        assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    }
}
