package io.obox.web.internal.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.obox.problem.ProblemException;
import io.obox.web.internal.Settings;
import io.obox.web.internal.gateway.Authentication;
import io.obox.web.internal.gateway.OwnMachine;
import io.obox.web.internal.gateway.ReadingServlet;
import io.obox.web.internal.json.RestJson;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /healthz}: this process answers. {@code /readyz}: all checks with the tag {@code ready} pass. */
@Component(
        service = Servlet.class,
        configurationPid = {Settings.PID, "$"})
@HttpWhiteboardServletPattern({HealthServlet.LIVE, HealthServlet.READY})
public final class HealthServlet extends ReadingServlet {
    static final String LIVE = "/healthz";
    static final String READY = "/readyz";
    private static final long serialVersionUID = 1L;
    private static final HealthCheckSelector CHECKS = HealthCheckSelector.tags("ready");
    private static final Duration FRESH = Duration.ofMillis(100);
    private static final Map<String, String> ALIVE = Map.of("status", "UP");

    private final transient HealthCheckExecutor executor;
    private final transient Authentication authentication;
    private final transient ObjectMapper mapper = RestJson.mapper();
    private final boolean api;
    private transient volatile @Nullable Seen seen;

    /** While a node starts it may not be there yet, and what is not there is not asked. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable ServingCheck serving;

    /** Runs the checks when asked, and no more often than ten times a second. */
    @Activate
    public HealthServlet(
            Settings settings, @Reference HealthCheckExecutor executor, @Reference Authentication authentication) {
        this.api = settings.api();
        this.executor = executor;
        this.authentication = authentication;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(LIVE)) {
            write(response, HttpServletResponse.SC_OK, ALIVE);
        } else {
            Readiness readiness = readiness();
            int status = readiness.isReady() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            write(response, status, readiness.isReady() || mayKnow(request) ? readiness : readiness.outline());
        }
    }

    private boolean mayKnow(HttpServletRequest request) {
        return OwnMachine.made(request) || isAdministrator(request);
    }

    private boolean isAdministrator(HttpServletRequest request) {
        try {
            String token = authentication.token(request);
            return token != null && authentication.authenticate(token).isAdmin();
        } catch (ProblemException e) {
            // among what is not well may be that logins can't be checked
            return false;
        }
    }

    private Readiness readiness() {
        Seen last = seen;
        if (last != null && System.nanoTime() - last.at() < FRESH.toNanos()) {
            return last.readiness();
        }
        Readiness now = Readiness.of(Stream.concat(
                        unchecked().stream(),
                        executor.execute(CHECKS).stream()
                                .filter(result -> !result.getHealthCheckResult().isOk())
                                .flatMap(result -> missing(result).stream()))
                .toList());
        seen = new Seen(now, System.nanoTime());
        return now;
    }

    private List<Readiness.Missing> unchecked() {
        return api && serving == null
                ? List.of(new Readiness.Missing(ServingCheck.NAME, "It is starting."))
                : List.of();
    }

    private static List<Readiness.Missing> missing(HealthCheckExecutionResult result) {
        String name = result.getHealthCheckMetadata().getTitle();
        return StreamSupport.stream(result.getHealthCheckResult().spliterator(), false)
                .filter(entry -> entry.getStatus() != Result.Status.OK)
                .map(ResultLog.Entry::getMessage)
                .map(message -> new Readiness.Missing(name, message))
                .toList();
    }

    private void write(HttpServletResponse response, int status, Object body) throws IOException {
        byte[] document = mapper.writeValueAsBytes(body);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }

    private record Seen(Readiness readiness, long at) {}
}
