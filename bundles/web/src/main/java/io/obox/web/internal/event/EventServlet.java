package io.obox.web.internal.event;

import io.obox.event.Events;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.user.access.Access;
import io.obox.user.access.Audience;
import io.obox.user.access.Whose;
import io.obox.web.internal.access.AccessRule;
import io.obox.web.internal.gateway.Authentication;
import io.obox.web.internal.gateway.Gateway;
import io.obox.web.internal.gateway.ProblemWriter;
import io.obox.web.internal.message.HttpMessage;
import io.obox.web.internal.message.WebMessage;
import io.obox.web.internal.problem.Fault;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stream of events. A servlet of its own, so that no change of the REST resources touches it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/api/events")
@HttpWhiteboardServletAsyncSupported
@Access(to = Audience.USERS, whose = Whose.VISIBLE, scope = "events:read")
public final class EventServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(EventServlet.class);
    private static final AccessRule RULE = AccessRule.of(EventServlet.class);
    private static final String MEDIA_TYPE = "text/event-stream";

    private final transient EventStreams streams;
    private final transient Authentication authentication;
    private final transient ProblemWriter problems;
    private transient volatile @Nullable Events events;

    /**
     * Streams are opened by requests.
     *
     * @param gateway without which there must be no way to this servlet
     */
    @Activate
    public EventServlet(
            @Reference EventStreams streams,
            @Reference Authentication authentication,
            @Reference ProblemWriter problems,
            @Reference Gateway gateway) {
        this.streams = streams;
        this.authentication = authentication;
        this.problems = problems;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindEvents(Events bus) {
        events = bus;
    }

    void unbindEvents(Events bus) {
        if (events == bus) {
            events = null;
            streams.onLoss();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            RULE.check(request.getUserPrincipal() instanceof Caller caller ? caller : null, request.getMethod());
            switch (request.getMethod()) {
                case "GET" -> open(request, response);
                case "HEAD" -> response.setContentType(MEDIA_TYPE);
                default -> {
                    response.setHeader("Allow", "GET, HEAD");
                    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                }
            }
        } catch (ProblemException e) {
            problems.write(Fault.of(e), request, response);
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = authentication.token(request);
        if (token == null || !(request.getUserPrincipal() instanceof Caller caller)) {
            throw new ProblemException(Problem.unauthenticated(HttpMessage.LOGIN_NEEDED.with()));
        }
        if (events == null) {
            throw new ProblemException(Problem.unavailable(WebMessage.NO_EVENTS.with()));
        }
        EventStreams.Opened stream = streams.open(
                caller,
                response.getOutputStream(),
                () -> authentication.authenticate(token),
                request.getHeader("Last-Event-ID"));
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        Thread.ofVirtual()
                .inheritInheritableThreadLocals(false)
                .name("obox-event-stream")
                .start(new FutureTask<>(() -> run(stream, async), null));
    }

    private static void run(EventStreams.Opened stream, AsyncContext async) {
        try {
            stream.run();
        } finally {
            complete(async);
        }
    }

    private static void complete(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the container has ended the stream itself", e);
        }
    }
}
