package io.obox.provisioner.libvirt.internal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.provisioner.spi.GuestState;
import org.junit.jupiter.api.Test;

class StatesTest {
    @Test
    void guestThatIsAboutToRunIsNotPaused() {
        assertThat(States.of(3, 11)).isEqualTo(GuestState.RUNNING);
        assertThat(States.of(3, 1)).isEqualTo(GuestState.PAUSED);
    }

    @Test
    void guestThatIsShuttingDownStillRuns() {
        assertThat(States.of(4, 0)).isEqualTo(GuestState.RUNNING);
    }

    @Test
    void guestThatCrashedIsToldFromOneThatEnded() {
        assertThat(States.of(5, 3)).isEqualTo(GuestState.CRASHED);
        assertThat(States.of(5, 1)).isEqualTo(GuestState.STOPPED);
    }
}
