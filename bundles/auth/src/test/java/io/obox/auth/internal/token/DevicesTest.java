package io.obox.auth.internal.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.auth.internal.ManualClock;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final String ALICE = "alice@example.org";
    private final ManualClock clock = new ManualClock();
    private final SigningKey key = SigningKey.random();
    private final Devices devices = new Devices(() -> key, clock);

    @Test
    void aBrowserIsKnownForTheAccountThatLoggedInFromItAlone() {
        String shown = devices.renew(null, ALICE);
        assertThat(devices.known(shown, ALICE)).isPresent();
        assertThat(devices.known(shown, "bob@example.org")).isEmpty();
        assertThat(devices.known(shown, "zalice@example.org")).isEmpty();
    }

    @Test
    void itKeepsItsIdAndIsKnownForLonger() {
        String first = devices.renew(null, ALICE);
        clock.pass(Devices.LIFETIME.minusSeconds(1));
        String second = devices.renew(first, ALICE);
        assertThat(devices.known(second, ALICE)).isEqualTo(devices.known(first, ALICE));
        clock.pass(Devices.LIFETIME.minusSeconds(1));
        assertThat(devices.known(second, ALICE)).isPresent();
        assertThat(devices.known(first, ALICE)).isEmpty();
    }

    @Test
    void whatWasMadeUpOrBelongsToSomebodyElseIsNotCarriedOn() {
        String bobs = devices.renew(null, "bob@example.org");
        assertThat(devices.known(devices.renew(bobs, ALICE), ALICE))
                .isNotEqualTo(devices.known(bobs, "bob@example.org"));
        String other = new Devices(SigningKey::random, clock).renew(null, ALICE);
        for (String shown : new String[] {"", "%%%", "AAAA", other, bobs.substring(1) + "A"}) {
            assertThat(devices.known(shown, ALICE)).as(shown).isEmpty();
        }
    }
}
