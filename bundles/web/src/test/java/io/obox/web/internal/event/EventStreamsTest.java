package io.obox.web.internal.event;

import static io.obox.web.internal.event.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.obox.event.Audience;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.Topic;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.CallerIssuer;
import io.obox.user.Credential;
import io.obox.user.Role;
import io.obox.user.Scope;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EventStreamsTest {
    private static final Pattern ID = Pattern.compile("id: (\\S+)");
    private static final UUID ANN_ID = new UUID(1, 1);
    private static final Caller ANN = caller(ANN_ID, Role.USER, new UUID(2, 1));
    private static final Caller ADMIN = caller(new UUID(1, 9), Role.ADMIN, new UUID(2, 9));

    private static final UUID EVENT_ID = new UUID(7, 7);

    private final EventStreams streams =
            new EventStreams(timing(Duration.ofMillis(20), Duration.ofMillis(10), Duration.ofMillis(10)));
    private final AtomicBoolean loggedIn = new AtomicBoolean(true);
    private final Map<UUID, Caller> demoted = new ConcurrentHashMap<>();

    @AfterEach
    void end() {
        streams.deactivate();
    }

    @Test
    void tellsAReaderOfEvents() {
        Reader reader = open(ANN, null);
        UUID vm = new UUID(3, 3);

        streams.onEvent(changed("vm", vm, Audience.owner(ANN_ID)));

        reader.awaitText("event: vm\ndata: {\"type\":\"vm\",\"id\":\"" + vm + "\",\"action\":\"changed\",\"eventId\":\""
                + EVENT_ID + "\"}\n\n");
    }

    @Test
    void tellsUsersOnlyOfWhatTheyMaySee() {
        Reader ann = open(ANN, null);
        Reader admin = open(ADMIN, null);
        UUID foreign = new UUID(3, 1);

        streams.onEvent(changed("vm", foreign, Audience.owner(new UUID(1, 2))));
        streams.onEvent(removed("image", new UUID(3, 2), Audience.everyone()));

        admin.awaitText(foreign.toString());
        ann.awaitText("event: image");
        assertThat(ann.text()).doesNotContain(foreign.toString());
    }

    @Test
    void tellsOnlyAdministratorsOfWhatIsTheirs() {
        Reader ann = open(ANN, null);
        Reader admin = open(ADMIN, null);
        UUID secret = new UUID(3, 1);

        streams.onEvent(changed("host", secret, Audience.administrators()));
        streams.onEvent(changed("image", new UUID(3, 2), Audience.everyone()));

        admin.awaitText(secret.toString());
        ann.awaitText("event: image");
        assertThat(ann.text()).doesNotContain(secret.toString());
    }

    @Test
    void tellsADemotedAdministratorNothingMoreOfOthers() {
        EventStreams patient =
                new EventStreams(timing(Duration.ofMillis(20), Duration.ofHours(1), Duration.ofHours(1)));
        Reader admin = new Reader(patient, ADMIN, null);
        UUID before = new UUID(3, 1);
        UUID after = new UUID(3, 2);
        patient.onEvent(changed("host", before, Audience.administrators()));
        admin.awaitText(before.toString());

        demoted.put(ADMIN.userId(), caller(ADMIN.userId(), Role.USER, new UUID(2, 9)));
        patient.onEvent(changed("user", ADMIN.userId(), Audience.owner(ADMIN.userId())));
        patient.onEvent(changed("host", after, Audience.administrators()));
        patient.onEvent(changed("image", new UUID(3, 3), Audience.everyone()));

        admin.awaitText("event: image");
        assertThat(admin.text()).doesNotContain(after.toString());
        patient.deactivate();
    }

    @Test
    void tellsWhatTheObjectHasBecome() {
        Reader reader = open(ANN, null);
        Topic<Object> topic = Topic.of("vm");

        streams.onEvent(new Told(
                EVENT_ID,
                Change.changed(topic, new UUID(3, 3), Audience.owner(ANN_ID))
                        .version(8)
                        .since(7)
                        .with(topic.text("state"), "RUNNING")
                        .with(topic.texts("addresses"), List.of("192.0.2.7"))
                        .with(topic.time("startedAt"), null)));

        reader.awaitText("\"version\":8,\"since\":7,"
                + "\"values\":{\"state\":\"RUNNING\",\"addresses\":[\"192.0.2.7\"],\"startedAt\":null}}\n\n");
    }

    @Test
    void replaysToAReaderOnlyWhatHeMaySee() {
        Reader first = open(ANN, null);
        streams.onEvent(changed("vm", new UUID(3, 1), Audience.owner(ANN_ID)));
        first.awaitText("event: vm");
        String last = first.lastId();
        UUID foreign = new UUID(3, 2);
        UUID own = new UUID(3, 3);
        streams.onEvent(changed("vm", foreign, Audience.owner(new UUID(1, 2))));
        streams.onEvent(changed("vm", own, Audience.owner(ANN_ID)));

        Reader ann = open(ANN, last);
        Reader admin = open(ADMIN, last);

        ann.awaitText(own.toString());
        admin.awaitText(foreign.toString());
        assertThat(ann.text()).doesNotContain(foreign.toString());
    }

    @Test
    void goesOnWhereAReaderHasBroken() {
        Reader first = open(ANN, null);
        streams.onEvent(changed("vm", new UUID(3, 1), Audience.owner(ANN_ID)));
        first.awaitText("event: vm");
        String last = first.lastId();
        streams.onEvent(changed("job", new UUID(3, 2), Audience.owner(ANN_ID)));

        Reader second = open(ANN, last);

        second.awaitText("event: job");
        assertThat(second.text()).doesNotContain("event: vm").doesNotContain("event: reset");
    }

    @Test
    void tellsToReloadWhereItCanNotGoOn() {
        open(ANN, "elsewhere-17").awaitText("event: reset");
    }

    @Test
    void tellsToReloadAfterMoreThanItRemembers() {
        Reader first = open(ADMIN, null);
        streams.onEvent(changed("vm", new UUID(3, 1), Audience.owner(ANN_ID)));
        first.awaitText("event: vm");
        String last = first.lastId();
        for (int i = 0; i < 1100; i++) {
            streams.onEvent(changed("vm", new UUID(4, i), Audience.owner(ANN_ID)));
        }

        open(ANN, last).awaitText("event: reset");
    }

    @Test
    void readersComeBackAndReloadAfterALoss() {
        Reader first = open(ANN, null);
        streams.onEvent(changed("vm", new UUID(3, 1), Audience.owner(ANN_ID)));
        first.awaitText("event: vm");

        streams.onLoss();

        await().untilAsserted(() -> assertThat(first.thread.isAlive()).isFalse());
        open(ANN, first.lastId()).awaitText("event: reset");
    }

    @Test
    void showsSignsOfLife() {
        open(ANN, null).awaitText("event: heartbeat\ndata: {}\n\n".repeat(3));
    }

    @Test
    void endsWithTheLogin() {
        Reader reader = open(ANN, null);

        loggedIn.set(false);

        await().untilAsserted(() -> assertThat(reader.thread.isAlive()).isFalse());
    }

    @Test
    void endsWhenTheBundleGoes() {
        Reader reader = open(ANN, null);

        streams.deactivate();

        await().untilAsserted(() -> assertThat(reader.thread.isAlive()).isFalse());
    }

    @Test
    void itsEndDoesNotInterruptACheckOfTheLogin() {
        CountDownLatch checking = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventStreams.Opened stream = streams.open(
                ANN,
                out,
                () -> {
                    checking.countDown();
                    // an interrupt would close the connection to the database that a virtual thread reads from
                    interrupted.set(isInterruptedBefore(ended));
                    return ANN;
                },
                null);
        Thread reader = Thread.ofVirtual().start(stream::run);

        await().until(() -> checking.getCount() == 0);
        streams.deactivate();
        ended.countDown();

        await().untilAsserted(() -> assertThat(reader.isAlive()).isFalse());
        assertThat(interrupted).isFalse();
        assertThat(out.size()).isZero();
    }

    @Test
    void checksNoLoginForASignOfLife() {
        EventStreams idle = new EventStreams(timing(Duration.ofMillis(1), Duration.ZERO, Duration.ofHours(1)));
        AtomicInteger checks = new AtomicInteger();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventStreams.Opened stream = idle.open(
                ANN,
                out,
                () -> {
                    checks.incrementAndGet();
                    return ANN;
                },
                null);
        Thread.ofVirtual().start(stream::run);

        await().untilAsserted(() -> assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern("(?s)(event: heartbeat\ndata: \\{}\n\n){5}"));
        assertThat(checks).hasValue(1);
        idle.deactivate();
    }

    @Test
    void leavesASlowReaderBehind() {
        Reader slow = open(ANN, null);
        synchronized (slow.out) {
            for (int i = 0; i < 600; i++) {
                streams.onEvent(changed("vm", new UUID(4, i), Audience.owner(ANN_ID)));
            }
        }

        await().untilAsserted(() -> assertThat(slow.thread.isAlive()).isFalse());
    }

    @Test
    void endsWithItsSessionAtOnce() {
        EventStreams patient = new EventStreams(timing(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        Caller elsewhere = caller(ANN_ID, Role.USER, new UUID(2, 2));
        Reader ended = new Reader(patient, ANN, null);
        Reader kept = new Reader(patient, elsewhere, null);
        ended.awaitText("retry");

        patient.onEvent(removed("session", new UUID(2, 1), Audience.owner(ANN_ID)));

        await().untilAsserted(() -> assertThat(ended.thread.isAlive()).isFalse());
        kept.awaitText("event: session");
        assertThat(kept.thread.isAlive()).isTrue();
        patient.deactivate();
    }

    @Test
    void endsWithItsTokenAtOnce() {
        EventStreams patient = new EventStreams(timing(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        Reader ended = new Reader(patient, token("vms:read"), null);
        ended.awaitText("retry");

        patient.onEvent(removed("session", new UUID(2, 5), Audience.owner(ANN_ID)));

        await().untilAsserted(() -> assertThat(ended.thread.isAlive()).isFalse());
        assertThat(ended.text()).doesNotContain("event: session");
        patient.deactivate();
    }

    @Test
    void looksAgainOnceATokenHasRunOut() {
        EventStreams patient =
                new EventStreams(timing(Duration.ofMillis(20), Duration.ofHours(1), Duration.ofHours(1)));
        AtomicInteger looks = new AtomicInteger();
        EventStreams.Opened stream = patient.open(
                program("vms:read").validUntil(Instant.now().plusMillis(200)).issue(),
                new ByteArrayOutputStream(),
                () -> {
                    if (looks.incrementAndGet() > 1) {
                        throw new ProblemException(Problem.unauthenticated("The token has run out."));
                    }
                    return program("vms:read")
                            .validUntil(Instant.now().plusMillis(200))
                            .issue();
                },
                null);
        Thread reader = Thread.ofVirtual().start(stream::run);

        await().untilAsserted(() -> assertThat(reader.isAlive()).isFalse());
        assertThat(looks).hasValue(2);
        patient.deactivate();
    }

    @Test
    void tellsATokenOnlyOfWhatItIsGoodFor() {
        Reader reader = open(token("vms:read"), null);
        Reader another = open(token("users:read"), null);
        List.of("job", "session", "user", "bin")
                .forEach(topic -> streams.onEvent(changed(topic, new UUID(3, 1), Audience.owner(ANN_ID))));
        streams.onEvent(changed("vm", new UUID(3, 1), Audience.owner(ANN_ID)));

        reader.awaitText("event: vm\n");
        another.awaitText("event: user\n");
        assertThat(reader.text()).contains("event: bin").doesNotContain("event: job", "event: session", "event: user");
        assertThat(another.text()).doesNotContain("event: vm", "event: job", "event: session", "event: bin");
    }

    private static Caller token(String scope) {
        return program(scope).issue();
    }

    private static CallerIssuer.Draft program(String scope) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(ANN_ID, "someone@example.org", Role.USER, Credential.TOKEN)
                .token(new UUID(2, 5), Set.of(new Scope(scope)));
    }

    @Test
    void doesNotBeginWhereTheLoginHasJustEnded() {
        EventStreams patient = new EventStreams(timing(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));
        loggedIn.set(false);

        Reader late = new Reader(patient, ANN, null);

        await().untilAsserted(() -> assertThat(late.thread.isAlive()).isFalse());
    }

    @Test
    void theOldestStreamOfAUserMakesRoomForTheNewest() {
        List<Reader> readers =
                IntStream.range(0, 16).mapToObj(i -> open(ANN, null)).toList();
        Reader others = open(ADMIN, null);

        Reader newest = open(ANN, null);

        await().untilAsserted(
                        () -> assertThat(readers.getFirst().thread.isAlive()).isFalse());
        newest.awaitText("retry");
        assertThat(readers.stream().skip(1)).allMatch(reader -> reader.thread.isAlive());
        assertThat(others.thread.isAlive()).isTrue();
    }

    @Test
    void boundsTheStreamsOfAllUsers() {
        for (int i = 0; i < 2000; i++) {
            streams.open(user(i), new ByteArrayOutputStream(), () -> ANN, null);
        }

        assertThatThrownBy(() -> open(user(2000), null))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("rate-limited");
    }

    private static EventStream.Timing timing(Duration heartbeat, Duration check, Duration idleCheck) {
        return new EventStream.Timing(heartbeat, check, idleCheck);
    }

    private static boolean isInterruptedBefore(CountDownLatch latch) {
        try {
            latch.await();
            return Thread.interrupted();
        } catch (InterruptedException e) {
            return true;
        }
    }

    private static Event changed(String topic, UUID id, Audience audience) {
        return new Told(EVENT_ID, Change.changed(Topic.of(topic), id, audience));
    }

    private static Event removed(String topic, UUID id, Audience audience) {
        return new Told(EVENT_ID, Change.removed(Topic.of(topic), id, audience));
    }

    private record Told(UUID id, Change<?> change) implements Event {}

    private static Caller user(int number) {
        return caller(new UUID(5, number), Role.USER, new UUID(6, number));
    }

    private Reader open(Caller caller, @Nullable String lastId) {
        return new Reader(streams, caller, lastId);
    }

    private final class Reader {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final Thread thread;

        Reader(EventStreams all, Caller caller, @Nullable String lastId) {
            EventStreams.Opened stream = all.open(caller, out, () -> login(caller), lastId);
            thread = Thread.ofVirtual().start(stream::run);
        }

        private Caller login(Caller caller) {
            if (!loggedIn.get()) {
                throw new ProblemException(Problem.unauthenticated("The session has ended."));
            }
            return demoted.getOrDefault(caller.userId(), caller);
        }

        String text() {
            return out.toString(StandardCharsets.UTF_8);
        }

        void awaitText(String expected) {
            await().untilAsserted(() -> assertThat(text()).contains(expected));
        }

        String lastId() {
            Matcher matcher = ID.matcher(text());
            String id = "";
            while (matcher.find()) {
                id = matcher.group(1);
            }
            return id;
        }
    }

    private static Caller caller(UUID id, Role role, UUID session) {
        return CallerIssuer.of(MethodHandles.lookup())
                .draft(id, "someone@example.org", role, Credential.SESSION)
                .session(session)
                .issue();
    }
}
