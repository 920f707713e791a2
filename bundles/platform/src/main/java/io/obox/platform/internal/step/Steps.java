package io.obox.platform.internal.step;

import io.obox.lifecycle.Preparation.Prepared;
import io.obox.lifecycle.ReplacementStep;
import io.obox.lifecycle.Waiver;
import io.obox.platform.internal.build.BundleJar;
import io.obox.platform.internal.build.Standing;
import io.obox.platform.internal.proof.Activation;
import io.obox.platform.internal.proof.Components;
import io.obox.platform.internal.proof.Proof;
import io.obox.platform.internal.refusal.Refusal;
import io.obox.platform.internal.settings.PlatformSettings;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done to the bundles of this node in the steps of a replacement. For one replacement at a time. */
@Component(
        service = Steps.class,
        configurationPid = {"io.obox.platform", "$"})
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final BundleContext context;
    private final Precedence precedence;
    private final Proof proof;
    private final Drains drains;
    private final Preparations preparations;
    private final Graces graces;

    /** By the framework's own services, and those of this bundle. */
    @Activate
    public Steps(
            BundleContext context,
            PlatformSettings settings,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime runtime,
            @Reference HealthCheckExecutor executor,
            @Reference Drains drains,
            @Reference Preparations preparations) {
        this(
                context,
                Graces.withStart(Duration.ofSeconds(settings.startSeconds())),
                configurations,
                runtime,
                executor,
                drains,
                preparations);
    }

    Steps(
            BundleContext context,
            Graces graces,
            ConfigurationAdmin configurations,
            ServiceComponentRuntime runtime,
            HealthCheckExecutor executor,
            Drains drains,
            Preparations preparations) {
        this.context = context;
        this.precedence = new Precedence(configurations);
        this.proof = new Proof(context, new Components(runtime), executor);
        this.drains = drains;
        this.preparations = preparations;
        this.graces = graces;
    }

    /** Who is told of each step when it begins. */
    @FunctionalInterface
    public interface Listener {
        /** The step begins. */
        void begins(ReplacementStep step);
    }

    /** The moment from which on the next start of the node has the new version. */
    @FunctionalInterface
    public interface Commit {
        /** Writes that down. */
        void commit() throws IOException;
    }

    /**
     * Brings a new version to serve beside the former one. However it ends, one of both is left to serve: the new one if it is
     * whole, and else only the former one.
     *
     * @throws ProblemException {@code update-refused}: the former version serves as before
     */
    public void takeOver(BundleJar build, Bundle former, Set<Waiver> waivers, Listener listener, Commit commit)
            throws InterruptedException {
        List<Prepared> prepared = new CopyOnWriteArrayList<>();
        Proof.Demand demand = proof.demand(former);
        try (Undertaking attempt = new Undertaking(() -> takeBack(build, graces.stop(), Departure.NONE));
                Uses uses = new Uses(proof.activation(), graces.stop())) {
            listener.begins(ReplacementStep.PREPARING);
            Bundle successor = Limited.run("prepare", graces.prepare(), () -> prepare(build, former, prepared));
            proof.refuseEmpty(successor, former, waivers);
            listener.begins(ReplacementStep.PROVING);
            new Trial(context, proof, graces).run(successor, demand, waivers);
            listener.begins(ReplacementStep.STARTING);
            try (Undertaking service = new Undertaking(() -> takeBack(build))) {
                start(successor, former, uses.activation(), demand);
                commit.commit();
                service.accomplished();
            }
            attempt.accomplished();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw Refusal.passedOn(e);
        } finally {
            prepared.forEach(Prepared::close);
        }
    }

    /** Has everybody let go of a former version, and does not wait for it. */
    public void letGo(Bundle former) {
        drains.begin(former, graces.drain());
    }

    /** Waits until nothing of a former version is in use; tells whose work was not done in time. */
    public List<String> drain(Bundle former) throws InterruptedException {
        return drains.await(former, graces.drain());
    }

    /**
     * Takes away what an attempt that failed, or was cut off, has left of a build. Whoever uses it lets go of each of its
     * services when that goes: the former version takes up what comes, and what has begun is waited for.
     */
    public void takeBack(BundleJar build) {
        takeBack(build, graces.remove(), left -> {
            left.stop();
            drains.await(left, graces.inside());
        });
    }

    private void takeBack(BundleJar build, Duration limit, Departure departure) {
        Bundle left = context.getBundle(location(build));
        if (left == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        remove(left, limit, departure);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What comes before a version is uninstalled. */
    @FunctionalInterface
    private interface Departure {
        Departure NONE = bundle -> {};

        void await(Bundle bundle) throws BundleException, InterruptedException;
    }

    private static String location(BundleJar build) {
        return Standing.PREFIX + build.digest();
    }

    /** Installs it, and has ready what is slow, so that nobody waits for it once the successor serves. */
    private Bundle prepare(BundleJar build, Bundle former, List<Prepared> prepared) throws Exception {
        try (InputStream in = Files.newInputStream(build.file())) {
            Bundle successor = context.installBundle(location(build), in);
            int level = former.adapt(BundleStartLevel.class).getStartLevel();
            successor.adapt(BundleStartLevel.class).setStartLevel(level);
            if (!context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(successor))) {
                // starting it tells what is missing
                successor.start(Bundle.START_TRANSIENT);
            }
            preparations.prepare(successor, prepared);
            return successor;
        }
    }

    /** From here on new work goes to the successor, and both versions are whole. */
    private void start(Bundle successor, Bundle former, Activation activation, Proof.Demand demand) throws Exception {
        precedence.lift(successor, former);
        new Start(proof, graces).run("start", successor, () -> {
            successor.start();
            Await.none(
                    () -> proof.faultsInUse(activation, successor, demand),
                    () -> proof.failures(successor),
                    graces.start());
            return successor;
        });
    }

    /** Stops and uninstalls a version; what does not stop is gone with the next start. */
    public void remove(Bundle bundle) {
        remove(bundle, graces.remove(), Departure.NONE);
    }

    private void remove(Bundle bundle, Duration limit, Departure departure) {
        try {
            Limited.run("remove", limit, () -> {
                departure.await(bundle);
                bundle.uninstall();
                return bundle;
            });
            precedence.forget(bundle);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (BundleException | IOException | ProblemException e) {
            LOG.warn("{} could not be removed; the next start does without it", bundle, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
