package io.obox.web.internal.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.event.Change;
import io.obox.event.Event;
import io.obox.event.EventListener;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.SessionEvents;
import io.obox.user.UserEvents;
import io.obox.web.internal.json.RestJson;
import io.obox.web.internal.message.WebMessage;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** All open event streams of this node, and the last events for readers that come back. */
@Component(
        service = {EventStreams.class, EventListener.class},
        property = EventListener.LAST + ":Boolean=true")
public final class EventStreams implements EventListener {
    private static final int HISTORY = 1000;
    private static final int PER_USER = 16;
    private static final int IN_ALL = 2000;
    private static final EventStream.Timing TIMING =
            new EventStream.Timing(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(15));

    private final EventStream.Timing timing;
    private final ObjectMapper mapper = RestJson.mapper();
    private final String name = Long.toString(new SecureRandom().nextLong() >>> 1, Character.MAX_RADIX);
    private final Deque<StreamEvent> history = new ArrayDeque<>();
    /** Oldest first. */
    private final Set<EventStream> streams = new LinkedHashSet<>();

    private long last;

    /** None are open yet. */
    @Activate
    public EventStreams() {
        this(TIMING);
    }

    /** With times of its own. */
    EventStreams(EventStream.Timing timing) {
        this.timing = timing;
    }

    @Deactivate
    synchronized void deactivate() {
        streams.forEach(EventStream::close);
    }

    /** Tells all readers that may know of it. */
    @Override
    public synchronized void onEvent(Event event) {
        StreamEvent numbered = new StreamEvent(++last, event, mapper);
        history.addLast(numbered);
        if (history.size() > HISTORY) {
            history.removeFirst();
        }
        event.of(UserEvents.TOPIC).map(Change::objectId).ifPresent(this::doubtThoseOf);
        streams.forEach(stream -> stream.offer(numbered));
        event.of(SessionEvents.TOPIC)
                .filter(change -> change.action() == Change.Action.REMOVED)
                .map(Change::objectId)
                .ifPresent(this::closeThoseOf);
    }

    private void closeThoseOf(UUID credential) {
        streams.stream().filter(stream -> stream.isOf(credential)).forEach(EventStream::close);
    }

    private void doubtThoseOf(UUID account) {
        streams.stream().filter(stream -> stream.isOfUser(account)).forEach(EventStream::doubt);
    }

    /** Ends all streams because something was lost; whoever comes back is told to load everything again. */
    @Override
    public synchronized void onLoss() {
        history.clear();
        last++;
        streams.forEach(EventStream::close);
    }

    /**
     * Opens a stream, which has to be {@link Opened#run}. One too many of a user takes the place of the oldest, whose reader
     * may have gone without a word.
     *
     * @param lastId what the reader has seen last, or null
     * @throws ProblemException {@code rate-limited} if there are too many of all users
     */
    synchronized Opened open(Caller caller, OutputStream out, Supplier<Caller> login, @Nullable String lastId) {
        makeRoom(caller.userId());
        if (streams.size() >= IN_ALL) {
            throw new ProblemException(
                    Problem.rateLimited(WebMessage.TOO_MANY_STREAMS.with(IN_ALL)), Duration.ofSeconds(10));
        }
        EventStream stream = new EventStream(name, caller, out, login, timing);
        List<StreamEvent> missed = missed(stream, lastId);
        streams.add(stream);
        return new Opened(stream, missed);
    }

    private void makeRoom(UUID user) {
        List<EventStream> own = streams.stream()
                .filter(stream -> stream.caller().userId().equals(user))
                .toList();
        if (own.size() >= PER_USER) {
            EventStream oldest = own.getFirst();
            streams.remove(oldest);
            oldest.close();
        }
    }

    private List<StreamEvent> missed(EventStream stream, @Nullable String lastId) {
        if (lastId == null) {
            return List.of();
        }
        long seen = number(lastId);
        long oldest = history.isEmpty() ? last + 1 : history.getFirst().number();
        if (seen < oldest - 1 || seen > last) {
            stream.reset();
            return List.of();
        }
        return history.stream().filter(event -> event.number() > seen).toList();
    }

    /** The number in an id of this node's stream, or -1 for an id from elsewhere. */
    private long number(String id) {
        String prefix = name + "-";
        try {
            return id.startsWith(prefix) ? Long.parseLong(id.substring(prefix.length())) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private synchronized void closed(EventStream stream) {
        streams.remove(stream);
    }

    /** A stream that is counted, and told of events from now on. */
    final class Opened {
        private final EventStream stream;
        private final List<StreamEvent> missed;

        private Opened(EventStream stream, List<StreamEvent> missed) {
            this.stream = stream;
            this.missed = missed;
        }

        /** Writes on this thread until the stream ends. */
        void run() {
            try {
                stream.run(missed);
            } finally {
                closed(stream);
            }
        }
    }
}
