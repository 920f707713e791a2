package io.obox.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** On a stream whose client takes what the test says. */
final class SendProgressTest {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30), 1000);
    private static final MetaData.Request REQUEST =
            new MetaData.Request("GET", HttpURI.from("/"), HttpVersion.HTTP_1_1, HttpFields.EMPTY);

    private final AtomicLong clock = new AtomicLong();
    private final SendProgress progress = new SendProgress(clock::get, PATIENCE);
    private final HttpStream stream = progress.watched((HttpStream) Proxy.newProxyInstance(
            HttpStream.class.getClassLoader(), new Class<?>[] {HttpStream.class}, (proxy, method, arguments) -> {
                sending = arguments != null && arguments[4] instanceof Callback callback ? callback : Callback.NOOP;
                return null;
            }));
    private Callback sending = Callback.NOOP;

    private ByteBuffer send(int bytes) {
        ByteBuffer content = ByteBuffer.allocate(bytes);
        stream.send(REQUEST, null, true, content, Callback.NOOP);
        return content;
    }

    private void take(ByteBuffer content) {
        content.position(content.limit());
        sending.succeeded();
    }

    private boolean isTooSlowAfter(int seconds) {
        return progress.isTooSlow(clock.addAndGet(Duration.ofSeconds(seconds).toNanos()));
    }

    @Test
    void aClientIsWaitedForWhileSomethingIsNotTaken() {
        clock.set(5);
        assertThat(progress.awaitedSince()).isEqualTo(-1);
        ByteBuffer content = send(1000);
        assertThat(progress.awaitedSince()).isEqualTo(5);
        take(content);
        assertThat(progress.awaitedSince()).isEqualTo(-1);
        assertThat(isTooSlowAfter(1000)).isFalse();
    }

    @Test
    void manySmallAnswersMustBeTakenAsFastAsALargeOne() {
        for (int answers = 0; answers < 3; answers++) {
            ByteBuffer content = send(1000);
            clock.addAndGet(Duration.ofSeconds(10).toNanos());
            take(content);
        }
        send(1000);
        assertThat(isTooSlowAfter(3)).isFalse();
        assertThat(isTooSlowAfter(1)).isTrue();
    }

    @Test
    void aLargeAnswerMayTakeAsLongAsItComesOn() {
        ByteBuffer content = send(100_000);
        for (int taken = 10_000; taken < 100_000; taken += 10_000) {
            assertThat(isTooSlowAfter(9)).isFalse();
            content.position(taken);
        }
        assertThat(isTooSlowAfter(9)).isFalse();
    }

    @Test
    void whatWasTakenFastGivesNoCredit() {
        ByteBuffer content = send(1_000_000);
        assertThat(isTooSlowAfter(1)).isFalse();
        content.position(900_000);
        assertThat(isTooSlowAfter(1)).isFalse();
        assertThat(isTooSlowAfter(31)).isTrue();
    }
}
