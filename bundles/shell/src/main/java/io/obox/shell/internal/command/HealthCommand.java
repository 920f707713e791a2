package io.obox.shell.internal.command;

import io.obox.shell.internal.output.JsonOutput;
import io.obox.shell.internal.output.Table;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.apache.felix.service.command.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code obox:health}. Needs nobody to be known, for it tells why nobody is. */
@Component(
        service = {Command.class, Function.class},
        property = {Command.SCOPE, Command.NAME + "health"})
public final class HealthCommand implements Command {
    private static final Syntax SYNTAX = Syntax.of(
                    "health", "shows what is well and what is not on this node; with --bundles every bundle")
            .flag("bundles")
            .flag("json");

    /** Each check of OBox has a tag. */
    private static final String ANY = "*";

    /** One health check. */
    record Check(String name, List<String> tags, String status, String message) {}

    /** One bundle. */
    record Part(String symbolicName, String version, String state) {}

    /** All of them; bundles that run are left out where they are not asked for. */
    record Report(boolean healthy, List<Check> checks, List<Part> bundles) {}

    private final BundleContext context;
    private final HealthCheckExecutor executor;

    /** By the framework's own services. */
    @Activate
    public HealthCommand(BundleContext context, @Reference HealthCheckExecutor executor) {
        this.context = context;
        this.executor = executor;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public void run(Invocation invocation) throws IOException {
        Report report = report(invocation.arguments().has("bundles"));
        if (invocation.json()) {
            JsonOutput.print(invocation.out(), report);
        } else {
            show(report, invocation);
        }
        if (!report.healthy()) {
            throw new CommandFailure("Not all is well on this node.", CommandFailure.FAILED);
        }
    }

    private Report report(boolean allBundles) {
        List<Check> checks = executor.execute(HealthCheckSelector.tags(ANY)).stream()
                .map(HealthCommand::check)
                .toList();
        List<Bundle> bundles = List.of(context.getBundles());
        boolean healthy = checks.stream().allMatch(check -> check.status().equals("OK"))
                && bundles.stream().allMatch(HealthCommand::runs);
        return new Report(
                healthy,
                checks,
                bundles.stream()
                        .filter(bundle -> allBundles || !runs(bundle))
                        .map(bundle -> new Part(
                                bundle.getSymbolicName(), bundle.getVersion().toString(), state(bundle)))
                        .toList());
    }

    private static Check check(HealthCheckExecutionResult result) {
        Result outcome = result.getHealthCheckResult();
        List<String> tags = result.getHealthCheckMetadata().getTags();
        String message = StreamSupport.stream(outcome.spliterator(), false)
                .filter(entry -> entry.getStatus() != Result.Status.OK || outcome.isOk())
                .map(ResultLog.Entry::getMessage)
                .collect(Collectors.joining(" "));
        return new Check(
                result.getHealthCheckMetadata().getTitle(),
                tags == null ? List.of() : tags,
                outcome.getStatus().name(),
                message);
    }

    private static void show(Report report, Invocation invocation) {
        Table checks = new Table("CHECK", "STATUS", "MESSAGE");
        report.checks().forEach(check -> checks.row(check.name(), check.status(), check.message()));
        checks.print(invocation.out());
        if (!report.bundles().isEmpty()) {
            invocation.out().println();
            Table bundles = new Table("BUNDLE", "VERSION", "STATE");
            report.bundles().forEach(part -> bundles.row(part.symbolicName(), part.version(), part.state()));
            bundles.print(invocation.out());
        }
    }

    /** A fragment only ever gets resolved, and a bundle that starts lazily waits for its first use. */
    private static boolean runs(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        return bundle.getState() == Bundle.ACTIVE
                || bundle.getState() == Bundle.STARTING
                || fragment && bundle.getState() == Bundle.RESOLVED;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STARTING -> "STARTING";
            case Bundle.STOPPING -> "STOPPING";
            case Bundle.RESOLVED -> "RESOLVED";
            default -> "INSTALLED";
        };
    }
}
