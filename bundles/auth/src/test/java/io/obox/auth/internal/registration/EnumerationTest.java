package io.obox.auth.internal.registration;

import static io.obox.auth.internal.AuthKit.BROWSER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.ThreadMXBean;
import io.obox.auth.internal.AuthKit;
import io.obox.persistence.testkit.CountedSockets;
import io.obox.problem.ProblemException;
import io.obox.user.Role;
import io.obox.user.UserState;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is done until the answer does not depend on whether an account has the address. Counted, because a time would tell of the
 * machine as well.
 */
class EnumerationTest {
    /** Memory that one hash takes. */
    private static final long HASH = 19L << 20;

    private final AuthKit kit = new AuthKit();

    /** What a request costs: statements, and hashes by their memory. */
    private record Work(long statements, long hashes) {
        static Work of(Runnable request) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long statements = CountedSockets.sent();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            request.run();
            return new Work(
                    CountedSockets.sent() - statements,
                    Math.round((threads.getCurrentThreadAllocatedBytes() - bytes) / (double) HASH));
        }
    }

    private List<Work> works(Consumer<String> request, String kind) {
        return IntStream.range(0, 4)
                .mapToObj(i -> Work.of(() -> request.accept(kind + i + "@example.org")))
                .toList();
    }

    private void assertSameWork(Consumer<String> request, long hashes) {
        for (int i = 0; i < 4; i++) {
            kit.account("known" + i + "@example.org", Role.USER);
            kit.account("off" + i + "@example.org", Role.USER, UserState.DISABLED, AuthKit.PASSWORD, false);
            kit.account("new" + i + "@example.org", Role.USER, UserState.UNVERIFIED, AuthKit.PASSWORD, false);
        }
        request.accept("warm@example.org");
        List<Work> all = Stream.of("known", "off", "new", "nobody")
                .flatMap(kind -> works(request, kind).stream())
                .distinct()
                .toList();
        assertThat(all).hasSize(1);
        assertThat(all.getFirst().hashes()).isEqualTo(hashes);
    }

    @Test
    void aRegistrationCostsTheSameForEveryAddress() {
        assertSameWork(
                email -> kit.registrations.register(new NewAccount(email, "a rather long one", "Ann", ""), BROWSER), 1);
        assertThat(kit.mails.templatesTo("known0@example.org")).containsExactly("auth.already-registered");
        assertThat(kit.mails.templatesTo("nobody0@example.org")).containsExactly("auth.verify");
    }

    @Test
    void askingForAnotherPasswordCostsNothingBeforeTheAnswer() {
        assertSameWork(email -> kit.resets.forgot(email, BROWSER), 0);
        await().untilAsserted(() ->
                assertThat(kit.mails.templatesTo("known3@example.org")).containsExactly("auth.reset"));
        assertThat(kit.mails.to("off3@example.org")).isEmpty();
        assertThat(kit.mails.to("nobody3@example.org")).isEmpty();
    }

    @Test
    void aWrongPasswordCostsTheSameForEveryAddress() {
        assertSameWork(
                email -> {
                    try {
                        kit.login(email, "not the password", BROWSER);
                    } catch (ProblemException e) {
                        assertThat(e.problem().slug()).isEqualTo("unauthenticated");
                    }
                },
                1);
    }
}
