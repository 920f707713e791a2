package io.obox.host.internal.link;

import io.obox.host.access.HostAccess;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.Provisioner;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

/**
 * One provisioner service, and the calls that are under way in it. While a backend is being replaced an address has
 * two links: new calls go to the better one.
 */
public final class HostLink {
    /** The best first: not about to go, highest ranking, newest version. */
    static final Comparator<HostLink> BEST_FIRST = Comparator.<HostLink, Boolean>comparing(link -> link.leaving)
            .thenComparing(
                    Comparator.<HostLink>comparingInt(link -> link.ranking).reversed())
            .thenComparing(Comparator.<HostLink, Bundle>comparing(
                            link -> link.bundle, Comparator.comparing(Bundle::getVersion))
                    .reversed());

    private final HostAddress address;
    private final int ranking;
    private final Bundle bundle;
    private final Provisioner provisioner;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private volatile boolean leaving;

    HostLink(ServiceReference<Provisioner> reference, Provisioner provisioner) {
        this.address = new HostAddress(
                text(reference, Provisioner.HOST),
                text(reference, Provisioner.BACKEND),
                text(reference, Provisioner.URI));
        this.ranking = reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer number ? number : 0;
        this.bundle = reference.getBundle();
        this.provisioner = provisioner;
    }

    private static String text(ServiceReference<Provisioner> reference, String property) {
        return Objects.toString(reference.getProperty(property), "");
    }

    /** Where it goes. */
    public HostAddress address() {
        return address;
    }

    Bundle bundle() {
        return bundle;
    }

    /**
     * Makes a call.
     *
     * @throws CutOff if the backend went away under it
     */
    public <T> T call(HostAccess.Call<T> call) throws ProvisionException, InterruptedException, CutOff {
        Visit visit = new Visit(Thread.currentThread());
        visits.add(visit);
        try {
            return call.on(provisioner);
        } catch (InterruptedException e) {
            if (visit.cut()) {
                throw new CutOff(e);
            }
            throw e;
        } finally {
            visit.end();
            visits.remove(visit);
        }
    }

    /** Has no new calls any more. */
    void leave() {
        leaving = true;
    }

    /** Cuts off the calls that are under way. */
    void cutOff() {
        visits.forEach(Visit::interrupt);
    }

    /** Waits until no call is under way. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!visits.isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    /** The backend went away under a call. */
    public static final class CutOff extends Exception {
        private static final long serialVersionUID = 1L;

        CutOff(InterruptedException cause) {
            super(cause);
        }
    }

    /** A thread in a call. It is interrupted within the call or not at all. */
    private static final class Visit {
        private final Thread thread;
        private boolean cut;
        private boolean ended;

        Visit(Thread thread) {
            this.thread = thread;
        }

        synchronized boolean cut() {
            return cut;
        }

        synchronized void interrupt() {
            if (!ended) {
                cut = true;
                thread.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
            if (cut) {
                // whether or not the call took notice, the interrupt was for it alone
                Thread.interrupted();
            }
        }
    }
}
