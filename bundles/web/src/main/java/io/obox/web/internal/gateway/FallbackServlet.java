package io.obox.web.internal.gateway;

import io.obox.problem.Problem;
import io.obox.web.internal.Settings;
import io.obox.web.internal.message.WebMessage;
import io.obox.web.internal.problem.Fault;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Stands in for the page and for the API while what serves them is away, because it has not been started yet or is being
 * replaced. Whoever serves them has a higher ranking, and then this is not asked.
 */
@Component(
        service = Servlet.class,
        configurationPid = {Settings.PID, "$"},
        property = "service.ranking:Integer=-1000")
@HttpWhiteboardServletPattern({"/", "/api/*"})
public final class FallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String API = "/api";

    private final transient ProblemWriter problems;
    private final boolean api;
    private final boolean page;

    /** As configured. */
    @Activate
    public FallbackServlet(@Reference ProblemWriter problems, Settings settings) {
        this.problems = problems;
        this.api = settings.api();
        this.page = settings.page();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(API) ? api : page) {
            problems.write(Fault.of(Problem.unavailable(WebMessage.STARTING.with())), request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
