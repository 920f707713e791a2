package io.obox.host.internal.watch;

import io.obox.host.internal.link.HostLink;
import io.obox.host.internal.link.HostRegistry;
import io.obox.problem.ProblemException;
import io.obox.provisioner.spi.ProvisionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at one host from time to time, and soon after the host hints at a change, for as long as it has a backend. */
final class HostWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(HostWatch.class);
    private static final Duration ENTRY_INTERVAL = Duration.ofMinutes(1);

    /** While the database is not there. */
    private static final Duration RETRY = Duration.ofMillis(300);

    /** Changes come in bursts. */
    private static final Duration GATHERING = Duration.ofMillis(150);

    private final String host;
    private final HostRegistry registry;
    private final HostLook look;
    private final Duration interval;
    private final Semaphore hints = new Semaphore(0);
    private Instant entryDue = Instant.EPOCH;
    private @Nullable HostLink heard;
    private @Nullable AutoCloseable subscription;
    private volatile boolean looked;

    HostWatch(String host, HostRegistry registry, HostLook look, Duration interval) {
        this.host = host;
        this.registry = registry;
        this.look = look;
        this.interval = interval;
    }

    /** Whether the host was asked at least once, with whatever outcome, and the outcome is known to everybody. */
    boolean looked() {
        return looked;
    }

    @Override
    public void run() {
        try {
            Optional<HostLink> link = registry.link(host);
            while (link.isPresent()) {
                boolean written = look(link.get());
                looked |= written;
                Duration pause = written ? interval : RETRY;
                if (hints.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    Thread.sleep(GATHERING);
                    hints.drainPermits();
                }
                link = registry.link(host);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listenTo(null);
        }
    }

    /** False if what was seen could not be written down. */
    private boolean look(HostLink link) throws InterruptedException {
        try {
            listenTo(link);
            if (!Instant.now().isBefore(entryDue)) {
                boolean answered = look.enter(link);
                entryDue = Instant.now().plus(answered ? ENTRY_INTERVAL : Duration.ZERO);
            }
            if (!look.observe(link)) {
                entryDue = Instant.EPOCH;
            }
            return true;
        } catch (ProblemException e) {
            LOG.debug("What host {} shows can't be written down now", host, e);
        } catch (RuntimeException e) {
            LOG.error("Host {} can't be looked at", host, e);
        }
        return false;
    }

    private void listenTo(@Nullable HostLink link) {
        if (link == heard) {
            return;
        }
        close(subscription);
        subscription = null;
        heard = link;
        // a successor may offer other things
        entryDue = Instant.EPOCH;
        if (link != null) {
            try {
                subscription = link.call(provisioner -> provisioner.onChange(hints::release));
            } catch (ProvisionException | HostLink.CutOff e) {
                LOG.debug("Host {} gives no hints", host, e);
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
            LOG.debug("Host {} could not be told that nobody listens any more", host, e);
        }
    }
}
