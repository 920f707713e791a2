package io.obox.provisioner.libvirt.internal.connection;

import io.obox.libvirt.NativeLibvirt;
import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.LifecycleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One opened connection from its opening to its loss. It is closed natively only when no call uses it any more. */
final class Session {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int KEEPALIVE_SECONDS = 4;
    private static final int KEEPALIVE_COUNT = 3;

    private final Hypervisor hypervisor;
    private final LifecycleListener listener;
    private final CountDownLatch retired = new CountDownLatch(1);
    private int users = 1;

    private Session(Hypervisor hypervisor, ConnectionEvents events) {
        this.hypervisor = hypervisor;
        this.listener = (domain, event) -> tell(events, domain, event);
    }

    static Session open(String uri, NativeLibvirt library, ConnectionEvents events) throws LibvirtException {
        Session session = new Session(new Hypervisor(uri, library), events);
        try {
            if (session.hypervisor.driver().inDaemon()) {
                session.hypervisor.setKeepAlive(KEEPALIVE_SECONDS, KEEPALIVE_COUNT);
            }
            session.hypervisor.registerCloseListener((connection, reason) -> session.retire());
            session.hypervisor.addLifecycleListener(session.listener);
            return session;
        } catch (LibvirtException e) {
            session.retire();
            throw e;
        }
    }

    private static int tell(ConnectionEvents events, Domain domain, DomainEvent event) {
        try {
            UUID id = UUID.fromString(domain.getUUIDString());
            domain.free();
            events.domain(id, event.getType());
        } catch (LibvirtException e) {
            LOG.debug("an event of libvirt could not be read", e);
        }
        return 0;
    }

    <T> T call(Message what, Call<T> call) throws ProvisionException {
        enter();
        try {
            return call.on(hypervisor);
        } catch (LibvirtException e) {
            throw lostOr(LibvirtFaults.of(what, e));
        } catch (ProvisionException e) {
            throw lostOr(e);
        } finally {
            leave();
        }
    }

    /** A failure on a connection that broke says nothing of what was asked. */
    private ProvisionException lostOr(ProvisionException fault) {
        if (alive()) {
            return fault;
        }
        retire();
        return new ProvisionException(Kind.UNREACHABLE, LibvirtMessage.CONNECTION_LOST.with(), fault);
    }

    private boolean alive() {
        try {
            return !isRetired() && hypervisor.isAlive();
        } catch (LibvirtException e) {
            return false;
        }
    }

    boolean isRetired() {
        return retired.getCount() == 0;
    }

    void awaitRetirement() throws InterruptedException {
        retired.await();
    }

    /** No further calls; what runs may end. Harmless if repeated. */
    synchronized void retire() {
        if (!isRetired()) {
            retired.countDown();
            leave();
        }
    }

    private synchronized void enter() throws ProvisionException {
        if (isRetired()) {
            throw new ProvisionException(Kind.UNREACHABLE, LibvirtMessage.CONNECTION_LOST.with());
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        if (users == 0) {
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("libvirt-close")
                    .start(new FutureTask<>(this::close, null));
        }
    }

    private void close() {
        attempt(() -> hypervisor.removeLifecycleListener(listener));
        attempt(hypervisor::unregisterCloseListener);
        attempt(hypervisor::close);
    }

    private interface Step {
        void run() throws LibvirtException;
    }

    /** On a lost connection there may be nothing left to undo. */
    private static void attempt(Step step) {
        try {
            step.run();
        } catch (LibvirtException e) {
            LOG.debug("a connection could not be closed in order: {}", e.getMessage());
        }
    }
}
