package io.obox.provisioner.libvirt.internal;

import io.obox.provisioner.libvirt.internal.guest.Power;
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
        progress.at(10, step(action));
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
                .orElseThrow(() -> new ProvisionException(
                        Kind.FAILED, "The guest did not become " + wanted + "; look at its console."));
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
                    "The guest did not shut down within " + patience.shutdown().toSeconds()
                            + " seconds of being asked: stop it instead.");
        }
    }

    private static void require(boolean possible, PowerAction action) throws ProvisionException {
        if (!possible) {
            throw new ProvisionException(
                    Kind.REJECTED, "The guest must run for " + action.name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
    }

    private static GuestState wanted(PowerAction action) {
        return switch (action) {
            case START, REBOOT, RESET, RESUME -> GuestState.RUNNING;
            case SHUTDOWN, STOP -> GuestState.STOPPED;
            case PAUSE -> GuestState.PAUSED;
        };
    }

    private static String step(PowerAction action) {
        return switch (action) {
            case START -> "Starting the guest";
            case SHUTDOWN -> "Waiting for the guest to shut down";
            case STOP -> "Stopping the guest";
            case REBOOT -> "Asking the guest to reboot";
            case RESET -> "Resetting the guest";
            case PAUSE -> "Pausing the guest";
            case RESUME -> "Resuming the guest";
        };
    }
}
