package io.obox.web.internal.health;

import io.obox.job.Jobs;
import io.obox.user.Authenticator;
import io.obox.user.Users;
import io.obox.vm.Vms;
import io.obox.web.internal.rest.PublishedApi;
import io.obox.web.internal.rest.RestServlet;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whether everything is there that a user of the API counts on. */
@Component(
        service = {HealthCheck.class, ServingCheck.class},
        property = {HealthCheck.NAME + "=" + ServingCheck.NAME, HealthCheck.TAGS + "=ready"})
public final class ServingCheck implements HealthCheck {
    static final String NAME = "REST API";

    private final RestServlet rest;
    private final List<String> essential;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Authenticator authenticator;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Users users;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Jobs jobs;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Vms vms;

    /** Looks when asked. */
    @Activate
    public ServingCheck(@Reference RestServlet rest, @Reference PublishedApi api) {
        this.rest = rest;
        this.essential = api.essential();
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (rest.hasBeenSucceeded()) {
            log.info("another version of the REST API serves, and has a check of its own");
            return new Result(log);
        }
        log.info("{} resources are looked for", essential.size());
        need(log, authenticator, "logins");
        need(log, users, "users");
        need(log, jobs, "jobs");
        need(log, vms, "VMs");
        essential.stream()
                .filter(root -> !rest.serves(root))
                .forEach(root -> log.temporarilyUnavailable("/api/{} is not served", root));
        return new Result(log);
    }

    private static void need(FormattingResultLog log, @Nullable Object service, String name) {
        if (service == null) {
            log.temporarilyUnavailable("nothing manages {}", name);
        }
    }
}
