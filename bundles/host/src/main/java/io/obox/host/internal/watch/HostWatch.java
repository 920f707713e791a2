package io.obox.host.internal.watch;

import io.obox.host.internal.link.HostAddress;
import io.obox.host.internal.link.HostLink;
import io.obox.host.internal.link.HostRegistry;
import io.obox.problem.ProblemException;
import io.obox.provisioner.spi.ProvisionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes rounds for an address from time to time, and soon after the host hints at a change, for as long as it has a backend. */
final class HostWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HostWatch.class);

    /** While the database is not there. */
    private static final Duration RETRY = Duration.ofMillis(300);

    /** Changes come in bursts. */
    private static final Duration GATHERING = Duration.ofMillis(150);

    private final HostAddress address;
    private final HostRegistry registry;
    private final HostRound round;
    private final Duration interval;
    private final Semaphore hints = new Semaphore(0);
    private @Nullable HostLink heard;
    private @Nullable AutoCloseable subscription;
    private volatile boolean looked;

    HostWatch(HostAddress address, HostRegistry registry, HostRound round, Duration interval) {
        this.address = address;
        this.registry = registry;
        this.round = round;
        this.interval = interval;
    }

    /** Whether the host was asked at least once, with whatever outcome, and the outcome is known to everybody. */
    boolean looked() {
        return looked;
    }

    /** Something may have changed. */
    void hint() {
        hints.release();
    }

    @Override
    public void run() {
        try {
            Optional<HostLink> link = registry.link(address);
            while (link.isPresent()) {
                boolean written = look(link.get());
                looked |= written;
                Duration pause = written ? interval : RETRY;
                if (hints.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHERING);
                    hints.drainPermits();
                }
                link = registry.link(address);
            }
        } catch (InterruptedException e) {
            LOG.debug("Host {} is not watched any more", address);
        } finally {
            listenTo(null);
            leave();
        }
    }

    /** False if what was seen could not be written down. */
    private boolean look(HostLink link) throws InterruptedException {
        try {
            listenTo(link);
            round.go();
            return true;
        } catch (ProblemException e) {
            LOG.debug("What host {} shows can't be written down now", address, e);
        } catch (RuntimeException | Error e) {
            // also what a backend throws that was made for another version of the API
            LOG.error("Host {} can't be looked at", address, e);
        }
        return false;
    }

    private void leave() {
        try {
            round.leave();
        } catch (RuntimeException | Error e) {
            // what is not renewed runs out
            LOG.debug("Host {} could not be left cleanly", address, e);
        }
    }

    private void listenTo(@Nullable HostLink link) {
        if (link == heard) {
            return;
        }
        close(subscription);
        subscription = null;
        heard = link;
        // a successor may offer other things
        round.enterAnew();
        if (link != null) {
            try {
                subscription = link.call(provisioner -> provisioner.onChange(hints::release));
            } catch (ProvisionException | HostLink.CutOff e) {
                LOG.debug("Host {} reports no changes", address, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void close(@Nullable AutoCloseable resource) {
        try {
            if (resource != null) {
                resource.close();
            }
        } catch (Exception e) {
            LOG.debug("Host {} could not be told that nobody listens any more", address, e);
        }
    }
}
