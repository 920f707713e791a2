package io.obox.container;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.ops4j.pax.exam.Option;

/** Features as they are shipped: the same bundles, from the repository that the distribution takes them from. */
public final class Features {
    private static final File BUILT = new File(System.getProperty("obox.features", "../../features/target"));

    private Features() {}

    /** The bundles and framework properties of the features. Their configurations are the test's own affair. */
    public static Option of(String... names) {
        List<Option> options = new ArrayList<>();
        for (String name : names) {
            JsonNode feature = read(name);
            feature.path("bundles").forEach(b -> options.add(installed(file(b))));
            feature.path("framework-properties")
                    .properties()
                    .forEach(p -> options.add(
                            frameworkProperty(p.getKey()).value(p.getValue().asText())));
        }
        return composite(options.toArray(Option[]::new));
    }

    /** One bundle of a feature, by its artifact. */
    public static Option bundleOf(String name, String artifact) {
        for (JsonNode bundle : read(name).path("bundles")) {
            if (coordinates(bundle)[1].equals(artifact)) {
                return installed(file(bundle));
            }
        }
        throw new IllegalArgumentException("the feature " + name + " has no bundle " + artifact);
    }

    /** A fragment is part of its host and is not started. */
    private static Option installed(File file) {
        try (JarFile jar = new JarFile(file)) {
            boolean fragment = jar.getManifest().getMainAttributes().getValue("Fragment-Host") != null;
            return bundle(file.toURI().toString()).start(!fragment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String name) {
        try {
            return new ObjectMapper().readTree(new File(BUILT, "slingfeature-tmp/feature-" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Coordinates are {@code group:artifact[:type[:classifier]]:version}. */
    private static File file(JsonNode bundle) {
        String[] parts = coordinates(bundle);
        String version = parts[parts.length - 1];
        String classifier = parts.length == 5 ? "-" + parts[3] : "";
        return new File(
                BUILT,
                "repository/%s/%s/%s/%s-%s%s.jar"
                        .formatted(parts[0].replace('.', '/'), parts[1], version, parts[1], version, classifier));
    }

    private static String[] coordinates(JsonNode bundle) {
        return (bundle.isTextual() ? bundle : bundle.path("id")).asText().split(":");
    }
}
