package io.obox.provisioner.libvirt.internal.connection;

import io.obox.libvirt.EventLoop;
import io.obox.libvirt.NativeLibvirt;
import io.obox.message.Message;
import io.obox.provisioner.libvirt.internal.message.LibvirtMessage;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to one host. It opens itself, and again after it was lost. Native calls run on threads of its own, so that
 * a caller waits no longer than the call's limit, and stops waiting when it is interrupted.
 */
public final class Connection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final Duration OPENING = Duration.ofSeconds(20);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int THREADS = 16;

    private final String uri;
    private final EventLoop loop;
    private final ConnectionEvents events;
    private final ThreadPoolExecutor executor;
    private final Thread keeper;
    private @Nullable CompletableFuture<Session> session;
    private boolean closed;

    /** Begins to connect, without waiting for it. */
    public Connection(String uri, EventLoop loop, ConnectionEvents events) {
        this.uri = uri;
        this.loop = loop;
        this.events = events;
        executor = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .inheritInheritableThreadLocals(false)
                        .daemon()
                        .name("libvirt-", 0)
                        .factory());
        executor.allowCoreThreadTimeOut(true);
        keeper = Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("libvirt-keeper")
                .start(new FutureTask<>(this::keepOpen, null));
    }

    /**
     * Runs native calls, and waits for their end. A caller that is interrupted waits a little longer, so that what runs does
     * not meet the caller's next attempt.
     *
     * @param what completes the sentence "The host could not …"
     * @throws ProvisionException {@code UNREACHABLE} if there is no connection or no end within the limit
     */
    public <T> T call(Duration limit, Message what, Call<T> call) throws ProvisionException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Session open = session();
        Future<T> result = submit(() -> open.call(what, call));
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            settle(result);
            throw e;
        } catch (TimeoutException e) {
            open.retire();
            Message message = LibvirtMessage.DID_NOT_WITHIN.with(what, limit.toSeconds());
            throw new ProvisionException(Kind.UNREACHABLE, message, e);
        } catch (ExecutionException e) {
            throw fault(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private <T> Future<T> submit(Callable<T> call) throws ProvisionException {
        try {
            return executor.submit(call);
        } catch (RejectedExecutionException e) {
            throw closedFault();
        }
    }

    private static ProvisionException closedFault() {
        return new ProvisionException(Kind.UNREACHABLE, LibvirtMessage.CLOSED.with());
    }

    private static void settle(Future<?> result) throws InterruptedException {
        try {
            result.get(SETTLING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("a call that nobody waits for any more failed", e);
        }
    }

    private Session session() throws ProvisionException, InterruptedException {
        CompletableFuture<Session> opening = opening();
        try {
            return opening.get(OPENING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            abandon(opening);
            throw new ProvisionException(
                    Kind.UNREACHABLE, LibvirtMessage.NO_ANSWER_WITHIN.with(OPENING.toSeconds()), e);
        } catch (ExecutionException e) {
            throw fault(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** One attempt to open serves all callers. */
    private synchronized CompletableFuture<Session> opening() throws ProvisionException {
        if (closed) {
            throw closedFault();
        }
        CompletableFuture<Session> current = session;
        if (current == null
                || current.isCompletedExceptionally()
                || (current.isDone() && current.join().isRetired())) {
            current = CompletableFuture.supplyAsync(this::open, executor);
            session = current;
        }
        return current;
    }

    private Session open() {
        try {
            Session opened = Session.open(uri, library(), events);
            events.connection();
            return opened;
        } catch (ProvisionException e) {
            throw new CompletionException(e);
        } catch (LibvirtException e) {
            throw new CompletionException(LibvirtFaults.unreachable(e));
        }
    }

    private NativeLibvirt library() throws ProvisionException, LibvirtException {
        try {
            return loop.library();
        } catch (LinkageError e) {
            throw new ProvisionException(Kind.UNREACHABLE, LibvirtMessage.NOT_INSTALLED.with(), e);
        }
    }

    private synchronized void abandon(CompletableFuture<Session> opening) {
        if (session == opening) {
            session = null;
        }
        opening.thenAccept(Session::retire);
    }

    private static ProvisionException fault(Throwable cause) {
        if (cause instanceof ProvisionException known) {
            return new ProvisionException(known.kind(), known.said(), known);
        }
        return new ProvisionException(Kind.FAILED, LibvirtMessage.FAULT_IN_OBOX.with(), cause);
    }

    /** Events come only while a connection is open: it is opened again without anybody asking. */
    private void keepOpen() {
        try {
            while (true) {
                Session open = reopen();
                LOG.info("connected to {}", uri);
                open.awaitRetirement();
                LOG.warn("lost the connection to {}", uri);
                events.connection();
            }
        } catch (InterruptedException e) {
            LOG.debug("the connection to {} is given up", uri);
        }
    }

    private Session reopen() throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return session();
            } catch (ProvisionException e) {
                if (pause.equals(FIRST_PAUSE)) {
                    LOG.warn("no connection to {}: {}", uri, LibvirtFaults.reason(e));
                }
                Thread.sleep(pause);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
            }
        }
    }

    /** Ends it. Calls that run may end; new ones fail. */
    @Override
    public void close() {
        CompletableFuture<Session> last;
        synchronized (this) {
            closed = true;
            last = session;
        }
        keeper.interrupt();
        if (last != null) {
            abandon(last);
        }
        executor.shutdown();
    }
}
