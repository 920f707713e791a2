package io.obox.web.internal.foreign;

import io.obox.user.Caller;
import io.obox.web.internal.access.AccessRule;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceObjects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a servlet of another bundle do its work on threads of that bundle, and no longer than it may take. */
final class StandIn implements Servlet {
    private static final Logger LOG = LoggerFactory.getLogger(StandIn.class);

    private final long bundle;
    private final ServiceObjects<Servlet> source;
    private final ForeignCalls calls;
    private volatile @Nullable Servlet servlet;
    private volatile @Nullable ServletConfig config;

    StandIn(long bundle, ServiceObjects<Servlet> source, ForeignCalls calls) {
        this.bundle = bundle;
        this.source = source;
        this.calls = calls;
    }

    @Override
    public void init(ServletConfig given) throws ServletException {
        config = given;
        try {
            calls.run(bundle, () -> begin(given), () -> {});
        } catch (IOException e) {
            throw new ServletException(e);
        }
    }

    /** To have the servlet runs code of its bundle too: that which makes it. */
    private void begin(ServletConfig given) throws ServletException {
        Servlet found = source.getService();
        if (found == null) {
            throw new ServletException("the servlet has gone");
        }
        servlet = found;
        found.init(given);
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        Servlet behind = servlet;
        if (behind == null) {
            throw new ServletException("the servlet has gone");
        }
        HttpServletRequest asked = (HttpServletRequest) request;
        if (asked.getUserPrincipal() instanceof Caller caller) {
            AccessRule.of(behind.getClass()).check(caller, asked.getMethod());
        }
        calls.lend(bundle, asked, (HttpServletResponse) response, behind::service, () -> {});
    }

    @Override
    public void destroy() {
        Servlet behind = servlet;
        servlet = null;
        if (behind != null) {
            try {
                calls.run(bundle, behind::destroy, () -> source.ungetService(behind));
            } catch (ServletException | IOException | RuntimeException e) {
                LOG.warn("The servlet {} could not be ended", behind.getClass().getName(), e);
            }
        }
    }

    @Override
    public @Nullable ServletConfig getServletConfig() {
        return config;
    }

    @Override
    public String getServletInfo() {
        return "";
    }
}
