package io.obox.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.io.EofException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * Stands before every servlet. One can be succeeded by another between the moment it is chosen and the moment it is called:
 * nothing has happened then, and the request is marked, so that the gateway has its successor chosen. Where there is no
 * gateway that knows the mark, the answer is that OBox is away for a moment.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class Succession implements Filter {
    /** The attribute of a request whose servlet has been succeeded. The gateway knows it by this name. */
    static final String MARK = "io.obox.http.succeeded";

    /** What the whiteboard throws where a servlet went away after it was chosen. */
    private static final String UNREGISTERED = "Servlet has been unregistered";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (response.isCommitted() || !isSucceeded(e)) {
                throw e;
            }
            request.setAttribute(MARK, true);
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (ClosedChannelException | EofException e) {
            // whoever was being answered has gone, or had to go: no fault of the servlet's, and nobody to tell
            if (!response.isCommitted()) {
                throw e;
            }
        }
    }

    private static boolean isSucceeded(ServletException thrown) {
        return thrown instanceof UnavailableException || UNREGISTERED.equals(thrown.getMessage());
    }
}
