package io.obox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the bundles show to others, by their manifests: an export may come from a bnd file as well as from an annotation. */
final class ExportRulesTest {
    private static final String QUOTED = "\"[^\"]*\"";

    private static final Set<String> EXPORTING = Set.of("io.obox.provisioner.spi", "io.obox.provisioner.tck");
    private static final Set<String> BESIDE_DOMAINS = Set.of(
            "io.obox.host.access",
            "io.obox.host.placement",
            "io.obox.image.store",
            "io.obox.persistence.sql",
            "io.obox.user.access");

    private static final Set<String> NATIVE =
            Set.of("io.obox.libvirt", "org.libvirt", "org.libvirt.event", "org.libvirt.jna");

    private static final String API = "io.obox.api.";

    @Test
    void onlyContractsAreExported() throws IOException {
        for (Path bundle : ModulePathTest.bundles()) {
            Attributes manifest = manifest(bundle);
            String name = manifest.getValue("Bundle-SymbolicName");

            assertThat(exports(manifest)).as("packages that %s exports", name).isEqualTo(exported(name));
        }
    }

    /** A bundle of the API exports the package of its domain, and what only some of those who use it need. */
    private static Set<String> exported(String bundle) {
        if (bundle.startsWith(API)) {
            String domain = "io.obox." + bundle.substring(API.length());
            return Stream.concat(
                            Stream.of(domain), BESIDE_DOMAINS.stream().filter(name -> name.startsWith(domain + ".")))
                    .collect(Collectors.toSet());
        }
        if (bundle.equals("io.obox.libvirt")) {
            return NATIVE;
        }
        return EXPORTING.contains(bundle) ? Set.of(bundle) : Set.of();
    }

    private static Attributes manifest(Path bundle) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            return jar.getManifest().getMainAttributes();
        }
    }

    private static Set<String> exports(Attributes manifest) {
        return Optional.ofNullable(manifest.getValue("Export-Package")).stream()
                .flatMap(header -> Arrays.stream(header.replaceAll(QUOTED, "").split(",")))
                .map(clause -> clause.split(";")[0].strip())
                .collect(Collectors.toSet());
    }
}
