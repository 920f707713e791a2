package io.obox.web.internal.rest;

import io.obox.problem.ProblemException;
import io.obox.web.internal.foreign.ForeignCalls;
import io.obox.web.internal.gateway.Gateway;
import io.obox.web.internal.gateway.ProblemWriter;
import io.obox.web.internal.problem.Fault;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.UnavailableException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.osgitech.rest.runtime.JerseyServiceRuntime;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jakartars.runtime.JakartarsServiceRuntimeConstants;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the resources of the whiteboard under {@code /api}. */
@Component(service = {Servlet.class, RestServlet.class})
@HttpWhiteboardServletPattern("/api/*")
@HttpWhiteboardServletAsyncSupported
public final class RestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
    private static final Set<String> DEFAULT_APPLICATION = Set.of("", "/");

    private final transient BundleContext context;
    private final transient ProblemWriter problems;
    private final transient BodyRoom bodies;
    private final transient ForeignCalls calls;
    private transient volatile @Nullable RestApplication application;
    private transient volatile boolean succeeded;
    private transient @Nullable JerseyServiceRuntime<RestApplication> whiteboard;
    private transient volatile @Nullable ResourceUses uses;

    /**
     * The whiteboard begins with the servlet.
     *
     * @param api says that this node publishes the API at all
     * @param gateway without which there must be no way to a resource
     */
    @Activate
    public RestServlet(
            BundleContext context,
            @Reference(target = "(api=true)") PublishedApi api,
            @Reference Gateway gateway,
            @Reference ProblemWriter problems,
            @Reference BodyRoom bodies,
            @Reference ForeignCalls calls) {
        this.context = context;
        this.problems = problems;
        this.bodies = bodies;
        this.calls = calls;
    }

    @Override
    public void init() {
        succeeded = false;
        RestApplication beginning = new RestApplication(getServletConfig(), bodies, calls);
        application = beginning;
        uses = ResourceUses.begin(context, beginning);
        whiteboard = new JerseyServiceRuntime<>(context, this::deploy, (path, application) -> application.close());
        whiteboard.start(Map.of(JakartarsServiceRuntimeConstants.JAKARTA_RS_SERVICE_ENDPOINT, "/api/"));
    }

    private RestApplication deploy(String path, ResourceConfig config) {
        RestApplication target = application;
        if (target == null || !DEFAULT_APPLICATION.contains(path)) {
            LOG.warn("Resources of the application at {} are not served: only the default application is", path);
            target = new RestApplication(getServletConfig(), bodies, calls);
        }
        target.reload(config);
        return target;
    }

    @Override
    public void destroy() {
        succeeded = true;
        application = null;
        JerseyServiceRuntime<RestApplication> ending = whiteboard;
        if (ending != null) {
            ending.teardown(5, TimeUnit.SECONDS);
        }
        ResourceUses ended = uses;
        if (ended != null) {
            ended.close();
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!Gateway.passed(request)) {
            throw new ServletException("the request did not come through the gateway");
        }
        String info = request.getPathInfo();
        String path = info == null ? "" : Roots.trimmed(info);
        try {
            ReadableHeaders.checkContentType(request);
            boolean served = false;
            while (!served) {
                served = application().forPath(path).serve(path, request, response);
            }
        } catch (ProblemException e) {
            problems.write(Fault.of(e), request, response);
        }
    }

    private RestApplication application() throws UnavailableException {
        RestApplication now = application;
        if (now == null) {
            throw new UnavailableException("this servlet has been succeeded by another");
        }
        return now;
    }

    /**
     * Waits until no new request reaches those resources of the bundle that others succeed.
     *
     * @return false if that was not so within the time
     */
    boolean awaitSuccession(Bundle bundle, Duration limit) throws InterruptedException {
        RestApplication target = application;
        ResourceUses known = uses;
        return target == null || known == null || target.awaitWithout(known.succeeded(bundle), limit);
    }

    /** Whether requests reach resources of the bundle. */
    boolean serves(Bundle bundle) {
        RestApplication target = application;
        return target != null && target.holds(bundle.getBundleId());
    }

    /** Whether it has served and another servlet now does, as while this bundle is being replaced. */
    public boolean hasBeenSucceeded() {
        return succeeded;
    }

    /** Whether a resource begins at or above this path below {@code /api}. */
    public boolean serves(String path) {
        RestApplication target = application;
        return target != null && target.serves(path);
    }
}
