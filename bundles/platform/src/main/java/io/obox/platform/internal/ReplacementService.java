package io.obox.platform.internal;

import io.obox.lifecycle.Replacement;
import io.obox.lifecycle.Replacements;
import io.obox.lifecycle.Waiver;
import io.obox.platform.internal.build.BundleJar;
import io.obox.platform.internal.ledger.Rows;
import io.obox.platform.internal.message.UpdateMessage;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.problem.Problem;
import io.obox.problem.ProblemException;
import io.obox.user.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests for replacements, and refuses at once what can't be tried at all. */
@Component
public final class ReplacementService implements Replacements {
    private static final Logger LOG = LoggerFactory.getLogger(ReplacementService.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Node node;
    private final Machine machine;
    /** Drives replacements where no jobs run. */
    private final ExecutorService driver = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .daemon()
            .name("obox-replacement")
            .factory());

    /** Within the bundle. */
    @Activate
    public ReplacementService(@Reference Node node, @Reference Machine machine) {
        this.node = node;
        this.machine = machine;
        if (!node.runsJobs()) {
            driver.execute(this::goOn);
        }
    }

    @Deactivate
    void close() {
        driver.shutdown();
    }

    @Override
    public Replacement begin(Caller caller, InputStream jar, Set<Waiver> waivers) {
        refuseOthers(caller);
        BundleJar build = machine.archives().keep(jar);
        Bundle former = machine.serving(build.symbolicName())
                .orElseThrow(() -> Refusal.of(UpdateMessage.NOT_RUNNING.with(build.symbolicName())));
        refuseSame(build, former);
        refuseIrreplaceable(former);
        Replacement begun = machine.request(new Rows.Request(
                node.name(),
                build.symbolicName(),
                former.getVersion().toString(),
                build.version().toString(),
                former.getLocation(),
                formerBuild(former),
                build.digest(),
                waivers,
                caller.userId()));
        if (!node.runsJobs()) {
            driver.execute(() -> drive(begun.id()));
        }
        return begun;
    }

    @Override
    public Replacement get(Caller caller, UUID id) {
        refuseOthers(caller);
        return machine.rows().get(id);
    }

    /** With those that an end of the process has cut off; where jobs run, they go on by theirs. */
    private void goOn() {
        try {
            while (!driver.isShutdown() && !haveGoneOn()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Not while the database is away, as it often is for a moment where the node has just been started. */
    private boolean haveGoneOn() {
        try {
            machine.rows().cutOff(node.name(), uptime()).forEach(this::drive);
            return true;
        } catch (ProblemException e) {
            LOG.debug("Replacements that were cut off can't be looked for now", e);
            return false;
        }
    }

    private static Duration uptime() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }

    private void drive(UUID id) {
        try {
            machine.replace(id, step -> {});
            machine.retire(id);
        } catch (ProblemException e) {
            LOG.debug("The replacement {} was not made; its row tells why", id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> formerBuild(Bundle former) {
        try {
            return machine.archives().keep(former);
        } catch (IOException e) {
            LOG.warn("The build of {} can't be kept: there is no step back to it", former, e);
            return Optional.empty();
        }
    }

    private static void refuseOthers(Caller caller) {
        if (!caller.isAdmin()) {
            throw new ProblemException(Problem.forbidden(UpdateMessage.ADMINS_REPLACE.with()));
        }
    }

    private static void refuseSame(BundleJar build, Bundle former) {
        if (former.getVersion().equals(build.version())) {
            throw Refusal.of(
                    UpdateMessage.SAME_VERSION.with(build.symbolicName(), build.version()),
                    UpdateMessage.GIVE_VERSION.with());
        }
    }

    private static void refuseIrreplaceable(Bundle former) {
        Irreplaceable.reason(former.getSymbolicName())
                .or(() -> exportsToOthers(former) ? Optional.of(UpdateMessage.CODE_HELD) : Optional.empty())
                .ifPresent(reason -> {
                    throw Refusal.of(
                            UpdateMessage.IN_USE.with(former.getSymbolicName(), reason.with()),
                            UpdateMessage.RESTART.with());
                });
    }

    private static boolean exportsToOthers(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(w -> !w.getRequirer().getBundle().equals(bundle));
    }
}
