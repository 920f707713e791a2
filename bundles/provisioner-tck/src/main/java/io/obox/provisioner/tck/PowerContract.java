package io.obox.provisioner.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.provisioner.spi.Target;
import io.obox.vm.PowerAction;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The part of {@link ProvisionerContract} that is about switching guests on and off. */
public abstract class PowerContract extends PoolContract {
    @Test
    void stopTurnsAGuestOffAndStartTurnsItOn() throws Exception {
        Target target = newTarget();
        apply(target);

        isOff(power(target, PowerAction.STOP));
        assertThat(observe(target)).hasValueSatisfying(PowerContract::isOff);
        assertThat(power(target, PowerAction.STOP).state()).isEqualTo(GuestState.STOPPED);

        assertThat(power(target, PowerAction.START).state()).isEqualTo(GuestState.RUNNING);
        assertThat(power(target, PowerAction.START).state()).isEqualTo(GuestState.RUNNING);
        assertThat(guests(target)).hasSize(1);
    }

    @Test
    void shutdownEndsAGuestThatListens() throws Exception {
        assumeTrue(guestsListen(), "the guests of this test do not listen to the power button");
        Target target = newTarget();
        apply(target);

        isOff(power(target, PowerAction.SHUTDOWN));
        isOff(power(target, PowerAction.SHUTDOWN));
    }

    @Test
    void pauseHoldsAGuestAndResumeLetsItGoOn() throws Exception {
        Target target = newTarget();
        apply(target);

        assertThat(power(target, PowerAction.PAUSE).state()).isEqualTo(GuestState.PAUSED);
        assertThat(power(target, PowerAction.PAUSE).state()).isEqualTo(GuestState.PAUSED);
        assertThat(observe(target))
                .hasValueSatisfying(seen -> assertThat(seen.state()).isEqualTo(GuestState.PAUSED));

        assertThat(power(target, PowerAction.RESUME).state()).isEqualTo(GuestState.RUNNING);
        assertThat(power(target, PowerAction.RESUME).state()).isEqualTo(GuestState.RUNNING);
    }

    @Test
    void pausedGuestCanBeStopped() throws Exception {
        Target target = newTarget();
        apply(target);
        power(target, PowerAction.PAUSE);

        isOff(power(target, PowerAction.STOP));
    }

    @Test
    void resetAndRebootLeaveTheGuestRunning() throws Exception {
        Target target = newTarget();
        apply(target);

        assertThat(power(target, PowerAction.RESET).state()).isEqualTo(GuestState.RUNNING);
        if (guestsListen()) {
            assertThat(power(target, PowerAction.REBOOT).state()).isEqualTo(GuestState.RUNNING);
        }
        assertThat(guests(target)).hasSize(1);
    }

    @Test
    void whatNeedsARunningGuestIsRejectedForOneThatIsOff() throws Exception {
        Target target = newTarget();
        apply(target);
        power(target, PowerAction.STOP);

        for (PowerAction action :
                List.of(PowerAction.PAUSE, PowerAction.RESUME, PowerAction.REBOOT, PowerAction.RESET)) {
            assertFails(Kind.REJECTED, () -> power(target, action));
            assertThat(observe(target)).hasValueSatisfying(PowerContract::isOff);
        }
    }

    @Test
    void noPowerOverAGuestThatDoesNotExist() {
        Target target = newTarget();

        for (PowerAction action : PowerAction.values()) {
            assertFails(Kind.NOT_FOUND, () -> power(target, action));
        }
    }

    static void isOff(Observation seen) {
        assertThat(seen.state()).isEqualTo(GuestState.STOPPED);
        assertThat(seen.addresses()).isEmpty();
        assertThat(seen.startedAt()).isNull();
    }
}
