package io.obox.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * Starts the platform: {@code Main <home> <data> [<feature left out>,…]}, where {@code home} holds {@code features} and
 * {@code repository}. Ends when the framework ends, or on a signal to the process.
 */
public final class Main {
    private static final long STOP_MILLIS = 30_000;

    private Main() {}

    /** The entry of the program. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println("usage: obox-launcher <home> <data> [<feature left out>,...]");
            System.exit(2);
        }
        Path home = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path data = Path.of(arguments[1]).toAbsolutePath().normalize();
        Set<String> without = arguments.length < 3
                ? Set.of()
                : Arrays.stream(arguments[2].split(",", -1)).collect(Collectors.toUnmodifiableSet());
        Platform platform = Platform.of(home.resolve("features"), without, new Repository(home.resolve("repository")));
        Framework framework = start(platform, home, data);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "shutdown"));
        FrameworkEvent end = framework.waitForStop(0);
        System.exit(end.getType() == FrameworkEvent.STOPPED ? 0 : 1);
    }

    static Framework start(Platform platform, Path home, Path data)
            throws IOException, BundleException, InvalidSyntaxException {
        Installation installation = Installation.in(data.resolve("run"));
        Replaced replaced = Replaced.in(data, new Repository(home.resolve("repository")));
        Lineup lineup = Lineup.of(platform, replaced);
        if (!installation.of(lineup)) {
            forget(installation.configurations());
        }
        Framework framework = factory().newFramework(properties(platform, installation, home, data));
        framework.init();
        List<Bundle> fresh = new Arrangement(framework.getBundleContext(), lineup, replaced, installation).make();
        Configurations.storeWhenPossible(framework.getBundleContext(), platform.configurations());
        framework.start();
        Arrangement.start(fresh);
        installation.remember(lineup);
        return framework;
    }

    /** Configurations that an earlier start stored stand in the way of those that features have now. */
    private static void forget(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static FrameworkFactory factory() {
        return ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no framework on the class path"));
    }

    private static Map<String, String> properties(Platform platform, Installation installation, Path home, Path data)
            throws IOException {
        Map<String, String> properties = new HashMap<>();
        platform.frameworkProperties()
                .forEach((name, value) -> properties.put(
                        name, value.replace("${obox.home}", home.toString()).replace("${obox.data}", data.toString())));
        properties.put("obox.home", home.toString());
        properties.put("obox.data", data.toString());
        properties.put("felix.shutdown.hook", "false");
        properties.put("felix.cm.dir", installation.configurations().toString());
        properties.put(Constants.FRAMEWORK_STORAGE, installation.storage().toString());
        if (!installation.whole()) {
            properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        }
        // the launcher stores configurations, and so shares this package with the bundles
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "org.osgi.service.cm;version=1.6.1");
        return properties;
    }

    static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
        } catch (BundleException | InterruptedException e) {
            System.err.println("obox: the platform did not stop in order: " + e.getMessage());
        }
    }
}
