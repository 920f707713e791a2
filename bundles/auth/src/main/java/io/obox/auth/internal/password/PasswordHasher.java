package io.obox.auth.internal.password;

import io.obox.auth.internal.message.AuthMessage;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Hashes passwords, no more at a time than there are processors: each hash takes 19 MiB and a processor for a while, and
 * people who log in must not stop those who are.
 */
@Component(service = PasswordHasher.class)
public final class PasswordHasher {
    private static final int MAX_WAITING = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Argon2Hash nothing = Argon2Hash.ofNothing();
    private final Semaphore permits;

    /** As many at a time as there are processors. */
    @Activate
    public PasswordHasher() {
        this(Runtime.getRuntime().availableProcessors());
    }

    PasswordHasher(int concurrent) {
        permits = new Semaphore(concurrent, true);
    }

    /** The hash to store, as a PHC string. */
    public String hash(char[] password) {
        return bounded(() -> Argon2Hash.of(password).toString());
    }

    /**
     * Whether this is the password.
     *
     * @param phc the stored hash, or null where there is no such account: that takes as long and is never true
     */
    public boolean matches(char[] password, @Nullable String phc) {
        Argon2Hash expected = phc == null ? nothing : Argon2Hash.parse(phc);
        return bounded(() -> expected.matches(password));
    }

    /** Whether the stored hash was made with parameters that are no longer used. */
    public boolean outdated(String phc) {
        return Argon2Hash.parse(phc).outdated();
    }

    private <T> T bounded(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        boolean acquired = false;
        try {
            acquired = permits.getQueueLength() < MAX_WAITING
                    && permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!acquired) {
            throw new ProblemException(Problem.unavailable(AuthMessage.BUSY.with()), Duration.ofSeconds(5));
        }
    }
}
