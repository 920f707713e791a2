package io.obox.auth.internal.apitoken;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when tokens were last used, about once a minute and after the request, which does not wait for it. */
@Component(service = TokenUse.class)
public final class TokenUse {
    static final Duration APART = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TokenUse.class);
    private static final int MOST_WAITING = 1_000;
    private static final long PATIENCE_SECONDS = 5;

    private final TokenTable table;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform()
                    .inheritInheritableThreadLocals(false)
                    .daemon()
                    .name("obox-token-use")
                    .factory(),
            // a use that is not noted now is noted the next time
            new ThreadPoolExecutor.DiscardPolicy());

    /** With a thread of its own. */
    @Activate
    public TokenUse(@Reference TokenTable table) {
        this.table = table;
        thread.allowCoreThreadTimeOut(true);
    }

    /** Lets what has begun end. */
    @Deactivate
    public void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    void note(UsableToken token, Instant now) {
        Instant last = token.lastUsedAt();
        if (last == null || !now.isBefore(last.plus(APART))) {
            thread.execute(() -> write(token, now));
        }
    }

    private void write(UsableToken token, Instant now) {
        try {
            table.used(token.id(), now, APART);
        } catch (RuntimeException e) {
            LOG.debug("The use of token {} was not noted", token.id(), e);
        }
    }
}
