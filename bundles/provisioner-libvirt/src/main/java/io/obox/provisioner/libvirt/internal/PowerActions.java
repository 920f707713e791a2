package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.guest.Power;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.libvirt.internal.message.LibvirtStep;
import io.obox.provisioner.spi.GuestState;
import io.obox.provisioner.spi.Observation;
import io.obox.provisioner.spi.Progress;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import io.obox.vm.PowerAction;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What a power action means for a guest in each state. */
record PowerActions(Power power, Watch watch, Patience patience) {
    /** A guest that boots overlooks its power button: it is pressed again. */
    private static final Duration PRESS = Duration.ofSeconds(10);

    private static final Duration SETTLE = Duration.ofSeconds(30);

    Observation act(UUID vmId, PowerAction action, Progress progress) throws ProvisionException, InterruptedException {
        Observation before = watch.see(vmId);
        boolean off = before.state() == GuestState.STOPPED || before.state() == GuestState.CRASHED;
        progress.at(10, step(action).with());
        switch (action) {
            case START -> power.on(vmId);
            case STOP -> power.off(vmId);
            case SHUTDOWN -> shutdown(vmId, off);
            case REBOOT -> {
                require(before.state() == GuestState.RUNNING, action);
                power.reboot(vmId);
            }
            case RESET -> {
                require(!off, action);
                power.reset(vmId);
            }
            case PAUSE -> {
                require(!off, action);
                power.pause(vmId);
            }
            case RESUME -> {
                require(!off, action);
                power.on(vmId);
            }
        }
        return settled(vmId, wanted(action));
    }

    private Observation settled(UUID vmId, GuestState wanted) throws ProvisionException, InterruptedException {
        return watch.until(vmId, SETTLE, seen -> seen.state() == wanted)
                .orElseThrow(() -> new ProvisionException(Kind.FAILED, LibvirtMessage.DID_NOT_BECOME.with(wanted)));
    }

    private void shutdown(UUID vmId, boolean off) throws ProvisionException, InterruptedException {
        long deadline = System.nanoTime() + patience.shutdown().toNanos();
        boolean done = off;
        while (!done && System.nanoTime() < deadline) {
            power.ask(vmId);
            Optional<Observation> ended = watch.until(vmId, PRESS, seen -> seen.state() == GuestState.STOPPED);
            done = ended.isPresent();
        }
        if (!done) {
            throw new ProvisionException(
                    Kind.FAILED,
                    LibvirtMessage.DID_NOT_SHUT_DOWN.with(patience.shutdown().toSeconds()));
        }
    }

    private static void require(boolean possible, PowerAction action) throws ProvisionException {
        if (!possible) {
            throw new ProvisionException(
                    Kind.REJECTED, LibvirtMessage.MUST_RUN.with(action.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private static GuestState wanted(PowerAction action) {
        return switch (action) {
            case START, REBOOT, RESET, RESUME -> GuestState.RUNNING;
            case SHUTDOWN, STOP -> GuestState.STOPPED;
            case PAUSE -> GuestState.PAUSED;
        };
    }

    private static LibvirtStep step(PowerAction action) {
        return switch (action) {
            case START -> LibvirtStep.STARTING;
            case SHUTDOWN -> LibvirtStep.SHUTTING_DOWN;
            case STOP -> LibvirtStep.STOPPING;
            case REBOOT -> LibvirtStep.REBOOTING;
            case RESET -> LibvirtStep.RESETTING;
            case PAUSE -> LibvirtStep.PAUSING;
            case RESUME -> LibvirtStep.RESUMING;
        };
    }
}
