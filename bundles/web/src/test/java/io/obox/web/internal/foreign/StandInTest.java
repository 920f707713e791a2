package io.obox.web.internal.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.problem.ProblemException;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;

class StandInTest {
    private static final ServletConfig NONE = (ServletConfig) Proxy.newProxyInstance(
            ServletConfig.class.getClassLoader(), new Class<?>[] {ServletConfig.class}, (proxy, method, given) -> null);

    private static final Duration LONG = Duration.ofSeconds(10);

    private final ForeignCalls calls = new ForeignCalls(Duration.ofMillis(300));
    private final Slow source = new Slow();
    private final StandIn standIn = new StandIn(1, source, calls);

    @AfterEach
    void stop() {
        source.enough.countDown();
        calls.deactivate();
    }

    @Test
    void whateverMakesTheServletRunsOnAThreadOfItsBundleAndMayNotTakeLongerEither() {
        assertThatThrownBy(() -> standIn.init(NONE)).isInstanceOf(ProblemException.class);

        assertThat(source.asked.join()).startsWith("obox-resource-1-");
    }

    /** Takes a servlet's activation for long, and hears of no interruption. */
    private static final class Slow implements ServiceObjects<Servlet> {
        private final CountDownLatch enough = new CountDownLatch(1);
        private final CompletableFuture<String> asked = new CompletableFuture<>();

        @Override
        public Servlet getService() {
            asked.complete(Thread.currentThread().getName());
            long end = System.nanoTime() + LONG.toNanos();
            while (enough.getCount() > 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            throw new IllegalStateException("too late");
        }

        @Override
        public void ungetService(Servlet servlet) {
            throw new IllegalStateException("there is none");
        }

        @Override
        public ServiceReference<Servlet> getServiceReference() {
            throw new IllegalStateException("nobody asks");
        }
    }
}
