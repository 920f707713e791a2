package io.obox.web.internal.gateway;

import io.obox.web.internal.problem.Fault;
import io.obox.web.internal.problem.HttpFaults;
import io.obox.web.internal.problem.RequestFaults;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A response that is never an error page of the container: where one would be sent, a problem is. */
final class ProblemResponse extends HttpServletResponseWrapper {
    /** The mark of a request whose servlet went away after it was chosen; the {@code http} bundle sets it. */
    private static final String SUCCEEDED = "io.obox.http.succeeded";

    /** What the whiteboard throws where a servlet went away after it was chosen. */
    private static final String UNREGISTERED = "Servlet has been unregistered";

    private final HttpServletRequest request;
    private final ProblemWriter writer;
    private boolean replaced;

    ProblemResponse(HttpServletRequest request, HttpServletResponse response, ProblemWriter writer) {
        super(response);
        this.request = request;
        this.writer = writer;
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        if (request.getAttribute(SUCCEEDED) != null
                || isReplaced(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION))) {
            replaced = true;
        } else {
            send(fault(status));
        }
    }

    private static boolean isReplaced(@Nullable Object thrown) {
        return thrown instanceof UnavailableException
                || thrown instanceof ServletException exception && UNREGISTERED.equals(exception.getMessage());
    }

    /** Whether the chosen servlet was not there any more, so that nothing has happened yet; tells it once. */
    boolean forgetReplaced() {
        boolean told = replaced;
        if (told) {
            replaced = false;
            request.removeAttribute(SUCCEEDED);
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION_TYPE);
            setStatus(SC_OK);
        }
        return told;
    }

    private Fault fault(int status) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return thrown instanceof Throwable exception
                ? RequestFaults.of(exception)
                : Fault.of(HttpFaults.status(status));
    }

    /** Sends the problem in the place of what was written so far. */
    void send(Fault fault) throws IOException {
        writer.write(fault, request, (HttpServletResponse) getResponse());
    }
}
