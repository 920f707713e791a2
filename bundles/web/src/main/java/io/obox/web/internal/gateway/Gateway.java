package io.obox.web.internal.gateway;

import io.obox.user.Caller;
import io.obox.web.internal.Settings;
import io.obox.web.internal.problem.Faults;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.Preprocessor;
import org.slf4j.MDC;

/** What every request passes first, whichever bundle serves it. */
@Component(
        service = {Preprocessor.class, Gateway.class},
        configurationPid = {Settings.PID, "$"})
public final class Gateway implements Preprocessor {
    private static final String PASSED = "io.obox.web.request";
    private static final String LOGGED_AS = "request";

    private final Authentication authentication;
    private final ProblemWriter problems;
    private final Origins origins;
    private final Requests requests;

    /** Closed until the first request: nothing is opened here. */
    @Activate
    public Gateway(
            @Reference Authentication authentication,
            @Reference ProblemWriter problems,
            @Reference Requests requests,
            Settings settings) {
        this.authentication = authentication;
        this.problems = problems;
        this.requests = requests;
        this.origins = new Origins(settings.corsOrigin().isBlank() ? null : settings.corsOrigin());
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
            pass((HttpServletRequest) request, (HttpServletResponse) response, chain);
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
            if (!origins.answer(request, response)) {
                origins.checkWrite(request);
                Caller caller = authentication.caller(request);
                chain.doFilter(caller == null ? request : new CallerRequest(request, caller), answer);
            }
        } catch (ServletException | RuntimeException e) {
            answer.send(Faults.of(e));
        }
    }
}
