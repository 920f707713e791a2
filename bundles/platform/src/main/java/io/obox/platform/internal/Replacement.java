package io.obox.platform.internal;

import io.obox.lifecycle.Drain;
import io.obox.lifecycle.Preparation;
import io.obox.lifecycle.Preparation.Prepared;
import io.obox.lifecycle.Replacements;
import io.obox.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces one version of a bundle by another under running users. One at a time. */
@Component
public final class Replacement implements Replacements {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final BundleContext context;
    private final Precedence precedence;
    private final Components components;
    private final Health health;
    private final List<Drain> drains = new CopyOnWriteArrayList<>();
    private final List<Preparation> preparations = new CopyOnWriteArrayList<>();

    /** All that is needed comes from the framework's own services. */
    @Activate
    public Replacement(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference ServiceComponentRuntime runtime,
            @Reference HealthCheckExecutor executor) {
        this.context = context;
        this.precedence = new Precedence(configurations);
        this.components = new Components(runtime);
        this.health = new Health(executor);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindDrain(Drain drain) {
        drains.add(drain);
    }

    void unbindDrain(Drain drain) {
        drains.remove(drain);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindPreparation(Preparation preparation) {
        preparations.add(preparation);
    }

    void unbindPreparation(Preparation preparation) {
        preparations.remove(preparation);
    }

    @Override
    public synchronized String replace(Path file, Consumer<String> progress) throws InterruptedException {
        BundleJar jar = BundleJar.read(file);
        Bundle old = running(jar);
        List<String> known = health.faults();
        long began = System.nanoTime();
        if (jar.version().compareTo(old.getVersion()) < 0) {
            progress.accept("a step back: " + jar.version() + " is older than " + old.getVersion());
        }
        progress.accept("starting " + jar.symbolicName() + " " + jar.version() + " beside " + old.getVersion());
        Bundle successor = install(jar, old);
        try (Activation activation = new Activation(context)) {
            takeOver(jar, successor, old, () -> faults(activation, successor, old, known));
            progress.accept("draining " + old.getVersion());
            return succeed(jar, old, began).toString();
        }
    }

    /** However it ends, one version is left to serve: the successor if it is whole, else the old one. */
    private void takeOver(BundleJar jar, Bundle successor, Bundle old, Supplier<List<String>> faults)
            throws InterruptedException {
        List<Prepared> prepared = new ArrayList<>();
        try (Undertaking takeover = new Undertaking(() -> remove(successor))) {
            prepare(successor, prepared);
            start(successor, old);
            await(faults);
            takeover.accomplished();
        } catch (IOException | BundleException | ProblemException e) {
            LOG.warn("{} {} did not come up", jar.symbolicName(), jar.version(), e);
            throw new ProblemException(
                    BundleJar.refusal(jar.symbolicName() + " " + jar.version() + " did not come up: " + e.getMessage()
                            + ". Version " + old.getVersion() + " goes on serving."),
                    e);
        } finally {
            prepared.forEach(Prepared::close);
        }
    }

    private Succession succeed(BundleJar jar, Bundle old, long began) throws InterruptedException {
        long drained = System.nanoTime();
        try {
            List<String> overran = drain(old);
            Succession succession = new Succession(
                    jar.symbolicName(),
                    old.getVersion(),
                    jar.version(),
                    Duration.ofNanos(drained - began),
                    Duration.ofNanos(System.nanoTime() - drained),
                    overran);
            LOG.info("replaced {}", succession);
            return succession;
        } finally {
            remove(old);
        }
    }

    private Bundle running(BundleJar jar) {
        Bundle old = Arrays.stream(context.getBundles())
                .filter(b -> jar.symbolicName().equals(b.getSymbolicName()) && b.getState() == Bundle.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        BundleJar.refusal("No bundle " + jar.symbolicName() + " is running that could be replaced.")));
        if (old.getVersion().equals(jar.version())) {
            throw new ProblemException(
                    BundleJar.refusal(jar.symbolicName() + " " + jar.version() + " is the version that runs already.")
                            .withRemedy("Give the new build another version."));
        }
        Irreplaceable.reason(jar.symbolicName())
                .or(() -> exportsToOthers(old) ? Optional.of("other bundles hold its code") : Optional.empty())
                .ifPresent(reason -> {
                    throw new ProblemException(BundleJar.refusal(
                                    jar.symbolicName() + " can't be replaced while it is in use: " + reason + ".")
                            .withRemedy("Put the new version into the distribution and restart."));
                });
        return old;
    }

    private static boolean exportsToOthers(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring != null
                && wiring.getProvidedWires(PackageNamespace.PACKAGE_NAMESPACE).stream()
                        .anyMatch(w -> !w.getRequirer().getBundle().equals(bundle));
    }

    private Bundle install(BundleJar jar, Bundle old) {
        try (InputStream in = Files.newInputStream(jar.file())) {
            Bundle successor = context.installBundle(jar.location(), in);
            int level = old.adapt(BundleStartLevel.class).getStartLevel();
            successor.adapt(BundleStartLevel.class).setStartLevel(level);
            return successor;
        } catch (IOException | BundleException e) {
            throw new ProblemException(BundleJar.refusal("It can't be installed: " + e.getMessage()), e);
        }
    }

    /** Has ready what is slow, so that nobody waits for it once the successor serves. */
    private void prepare(Bundle successor, List<Prepared> prepared) throws BundleException, InterruptedException {
        if (!context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(List.of(successor))) {
            // starting it tells what is missing
            successor.start();
        }
        for (Preparation preparation : preparations) {
            prepared.add(preparation.prepare(successor));
        }
    }

    /** From here on new work goes to the successor, and both versions are whole. */
    private void start(Bundle successor, Bundle old) throws IOException, BundleException {
        precedence.give(successor, Descriptors.rankable(successor), Precedence.highest(old) + 1);
        successor.start();
    }

    /** A successor must do all that the old version did, and must not make this node unhealthy. */
    private List<String> faults(Activation activation, Bundle successor, Bundle old, List<String> known) {
        Set<String> wanted = components.satisfied(old);
        wanted.retainAll(components.names(successor));
        List<String> unsatisfied = List.copyOf(components.faults(successor, wanted));
        if (!unsatisfied.isEmpty()) {
            return unsatisfied;
        }
        List<String> dead = activation.faults(successor);
        return dead.isEmpty() ? health.faultsBeyond(known) : dead;
    }

    private static void await(Supplier<List<String>> faults) throws InterruptedException {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        for (List<String> now = faults.get(); !now.isEmpty(); now = faults.get()) {
            if (System.nanoTime() > end) {
                throw new ProblemException(BundleJar.refusal(String.join("; ", now)));
            }
            Thread.sleep(20);
        }
    }

    private List<String> drain(Bundle old) throws InterruptedException {
        List<String> overran = new CopyOnWriteArrayList<>();
        List<Thread> threads = drains.stream()
                .map(drain -> Thread.ofVirtual().name("drain").start(() -> {
                    try {
                        if (!drain.drain(old, GRACE)) {
                            overran.add(drain.getClass().getSimpleName());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(overran);
    }

    private void remove(Bundle bundle) {
        try {
            bundle.uninstall();
            precedence.forget(bundle);
        } catch (BundleException | IOException e) {
            LOG.warn("{} {} could not be removed", bundle.getSymbolicName(), bundle.getVersion(), e);
        }
    }
}
