package io.obox.web.internal.gateway;

import io.obox.web.internal.problem.Fault;
import io.obox.web.internal.problem.Faults;
import io.obox.web.internal.problem.HttpFaults;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that is never an error page of the container: where one would be sent, a problem is. */
final class ProblemResponse extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private final ProblemWriter writer;

    ProblemResponse(HttpServletRequest request, HttpServletResponse response, ProblemWriter writer) {
        super(response);
        this.request = request;
        this.writer = writer;
    }

    @Override
    public void sendError(int status) throws IOException {
        send(fault(status));
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        send(fault(status));
    }

    private Fault fault(int status) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown instanceof Throwable exception ? Faults.of(exception) : Fault.of(HttpFaults.status(status));
    }

    /** Sends the problem in the place of what was written so far. */
    void send(Fault fault) throws IOException {
        writer.write(fault, request, (HttpServletResponse) getResponse());
    }
}
