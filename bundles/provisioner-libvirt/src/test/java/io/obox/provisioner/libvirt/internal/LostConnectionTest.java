package io.obox.provisioner.libvirt.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.obox.libvirt.EventLoop;
import io.obox.provisioner.libvirt.internal.guest.Acceleration;
import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;

/** What becomes of a host whose daemon is restarted or hangs. */
@Tag("qemu")
class LostConnectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final EventLoop loop = new EventLoop();
    private Relay relay;
    private LibvirtHost host;

    @BeforeEach
    void connect() throws Exception {
        Libvirt.assumeQemu();
        relay = new Relay(folder);
        Patience patience = new Patience(PATIENCE, PATIENCE);
        host = new LibvirtHost(loop, relay.uri(), Acceleration.QEMU, Libvirt.POOL, "/nowhere", patience);
        host.observeAll();
    }

    @AfterEach
    void close() throws IOException, LibvirtException {
        if (host != null) {
            host.close();
            relay.close();
        }
        loop.stop();
    }

    @Test
    void daemonThatIsGoneIsUnreachableAndWorksAgainWhenItIsBack() throws Exception {
        relay.cut();
        assertUnreachable();

        relay.listen();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> host.observeAll() != null);
    }

    @Test
    void lossAndReturnOfTheDaemonAreHinted() throws Exception {
        AtomicInteger hints = new AtomicInteger();
        try (AutoCloseable subscription = host.onChange(hints::incrementAndGet)) {
            assertThat(subscription).isNotNull();
            relay.cut();
            await().atMost(PATIENCE).until(() -> hints.get() > 0);
            int lost = hints.get();
            relay.listen();
            await().atMost(PATIENCE).until(() -> hints.get() > lost);
        }
    }

    @Test
    void eventsComeAgainWithoutAnyCall() throws Exception {
        CountDownLatch back = new CountDownLatch(2);
        try (AutoCloseable subscription = host.onChange(back::countDown)) {
            assertThat(subscription).isNotNull();
            relay.cut();
            relay.listen();
            assertThat(back.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        CountDownLatch event = new CountDownLatch(1);
        Connect other = new Connect(Libvirt.SYSTEM);
        try (AutoCloseable subscription = host.onChange(event::countDown);
                var foreign = new Ground(other, Libvirt.POOL, "qemu").foreignGuest()) {
            assertThat(foreign.id()).isNotNull();
            assertThat(event.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            other.close();
        }
    }

    @Test
    void daemonThatHangsIsNoticed() throws Exception {
        relay.freeze();
        long begin = System.nanoTime();
        assertUnreachable();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(25));

        relay.thaw();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> host.observeAll() != null);
    }

    @Test
    void callerThatIsInterruptedNeedNotWaitForTheDaemon() throws Exception {
        relay.freeze();
        FutureTask<Throwable> call = new FutureTask<>(() -> {
            try {
                host.observeAll();
                return new AssertionError("it answered");
            } catch (InterruptedException | ProvisionException e) {
                return e;
            }
        });
        Thread caller = Thread.ofVirtual().start(call);
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);
        caller.interrupt();

        assertThat(call.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        relay.thaw();
    }

    private void assertUnreachable() {
        assertThatThrownBy(host::observeAll).isInstanceOfSatisfying(ProvisionException.class, thrown -> {
            assertThat(thrown.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(thrown.retryable()).isTrue();
        });
    }
}
