package io.obox.web.internal.gateway;

import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import io.obox.web.internal.Settings;
import io.obox.web.internal.message.WebMessage;
import io.obox.web.internal.problem.RequestFaults;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.MDC;

/** What every request passes first, whichever bundle serves it. */
@Component(
        service = {Preprocessor.class, Gateway.class},
        configurationPid = {Settings.PID, "$"},
        property = "obox.gateway:Boolean=true")
public final class Gateway implements Preprocessor {
    private static final String PASSED = "io.obox.web.request";
    private static final String LOGGED_AS = "request";
    private static final int MOST_CALLS = 12;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);

    private final Authentication authentication;
    private final ProblemWriter problems;
    private final KnownNames names;
    private final Origins origins;
    private final Requests requests;
    private final TrustedProxies proxies;

    /** Closed until the first request: nothing is opened here. */
    @Activate
    public Gateway(
            @Reference Authentication authentication,
            @Reference ProblemWriter problems,
            @Reference Requests requests,
            Settings settings) {
        this(
                authentication,
                problems,
                requests,
                KnownNames.of(settings.address(), settings.publicHosts()),
                Origins.of(settings.corsOrigin()),
                TrustedProxies.of(settings.trustedProxies()));
    }

    /** With the names it answers to, and the origins whose pages may write, and the proxies in front of it. */
    Gateway(
            Authentication authentication,
            ProblemWriter problems,
            Requests requests,
            KnownNames names,
            Origins origins,
            TrustedProxies proxies) {
        this.authentication = authentication;
        this.problems = problems;
        this.requests = requests;
        this.names = names;
        this.origins = origins;
        this.proxies = proxies;
    }

    /** Whether a request came through a gateway; what did not must not be served. */
    public static boolean passed(HttpServletRequest request) {
        return request.getAttribute(PASSED) != null;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (passed((HttpServletRequest) request)) {
            // while this bundle is being replaced there are two gateways, and the newer one has done everything
            chain.doFilter(request, response);
        } else {
            pass(proxies.resolved((HttpServletRequest) request), (HttpServletResponse) response, chain);
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        String id = RequestId.of(request);
        request.setAttribute(PASSED, id);
        response.setHeader(RequestId.HEADER, id);
        SecurityHeaders.add(request, response);
        ProblemResponse answer = new ProblemResponse(request, response, problems);
        try (var logged = MDC.putCloseable(LOGGED_AS, id);
                var counted = requests.begin()) {
            serve(request, answer, chain);
        }
    }

    private void serve(HttpServletRequest request, ProblemResponse answer, FilterChain chain) throws IOException {
        try {
            names.check(request);
            if (!origins.answer(request, answer)) {
                origins.checkWrite(request);
                Caller caller = authentication.caller(request);
                dispatch(caller == null ? request : new CallerRequest(request, caller), answer, chain);
            }
        } catch (ServletException | RuntimeException e) {
            answer.send(RequestFaults.of(e));
        }
    }

    /**
     * A servlet can be replaced between the moment it is chosen and the moment it is called: then its successor is. The
     * container ends the one before it chooses the other, so that this can take a moment; pauses grow to about four
     * seconds in all.
     */
    private static void dispatch(HttpServletRequest request, ProblemResponse answer, FilterChain chain)
            throws IOException, ServletException {
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            chain.doFilter(request, answer);
            if (!answer.forgetReplaced()) {
                return;
            }
            LockSupport.parkNanos(FIRST_PAUSE.toNanos() << calls);
        }
        throw new ProblemException(Problem.unavailable(WebMessage.REPLACED.with()));
    }
}
