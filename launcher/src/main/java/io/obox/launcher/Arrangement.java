package io.obox.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * Makes the installed bundles those of a lineup, before any of them is started. What somebody else installed stays, save what
 * a replacement that was cut off has left: so there is one version of each bundle, however the last run ended.
 */
final class Arrangement {
    /** As earlier versions of OBox called what they put in the place of a bundle. */
    private static final String FORMER_PREFIX = "update:";

    private final BundleContext context;
    private final Lineup lineup;
    private final Replaced replaced;
    private final Set<String> before;
    private final Set<String> changed = new HashSet<>();

    Arrangement(BundleContext context, Lineup lineup, Replaced replaced, Installation installation) throws IOException {
        this.context = context;
        this.lineup = lineup;
        this.replaced = replaced;
        this.before = installation.locations();
        changes(lineup.lines(), installation.lines());
    }

    /** Bundles that are to be started for the first time, in order. */
    List<Bundle> make() throws BundleException, IOException {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getBundleId() != Constants.SYSTEM_BUNDLE_ID && !stays(bundle)) {
                bundle.uninstall();
            }
        }
        List<Bundle> fresh = new ArrayList<>();
        for (Map.Entry<String, Path> one : lineup.jars().entrySet()) {
            if (changed.contains(one.getKey())) {
                fresh.add(install(one.getKey(), one.getValue()));
            }
        }
        return fresh;
    }

    private boolean stays(Bundle bundle) {
        String location = bundle.getLocation();
        if (lineup.jars().containsKey(location)) {
            return !changed.contains(location) || location.startsWith(Replaced.PREFIX);
        }
        return !before.contains(location)
                && !location.startsWith(Replaced.PREFIX)
                && !location.startsWith(FORMER_PREFIX)
                && !replaced.supersedes(bundle.getSymbolicName(), location);
    }

    private Bundle install(String location, Path jar) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            return context.installBundle(location, in);
        }
    }

    private void changes(List<String> now, List<String> then) {
        Set<String> same = new HashSet<>(then);
        now.stream()
                .skip(1)
                .filter(line -> !same.contains(line))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .forEach(changed::add);
    }

    /** Starts bundles; one that does not start keeps no other from it. */
    static void start(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) == null) {
                start(bundle);
            }
        }
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            System.err.println("obox: bundle " + bundle.getSymbolicName() + " does not start: " + e.getMessage());
        }
    }
}
