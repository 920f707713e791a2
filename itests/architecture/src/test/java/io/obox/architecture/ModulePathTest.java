package io.obox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundles are modules of the Java platform as well, and all of them fit together with what they are compiled against. */
final class ModulePathTest {
    /** Jars that can't be on a module path beside the others, and why. No two modules may have the same package. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("org.osgi.annotation.bundle", "its package is in osgi.annotation"),
            Map.entry("org.osgi.annotation.versioning", "its package is in osgi.annotation"),
            Map.entry("org.osgi.dto", "its package is in osgi.core"),
            Map.entry("org.osgi.framework", "its packages are in osgi.core"),
            Map.entry("org.osgi.resource", "its packages are in osgi.core"),
            Map.entry("org.osgi.util.tracker", "its package is in osgi.core"),
            Map.entry("org.osgi.service.condition", "its package is in osgi.core"),
            Map.entry("org.osgi.service.servlet", "its packages are in org.apache.felix.http.jetty12"),
            Map.entry("io.github.bucket4j.core", "io.obox.auth carries a private copy"),
            Map.entry("io.github.bucket4j.redis.common", "io.obox.auth carries a private copy"),
            Map.entry("io.github.bucket4j.redisson", "io.obox.auth carries a private copy"),
            Map.entry("flyway.core", "io.obox.persistence carries a private copy"),
            Map.entry("flyway.database.postgresql", "io.obox.persistence carries a private copy"),
            Map.entry("libvirt", "its packages are in io.obox.libvirt"));

    /** Jetty as Felix packs it names a provider that it does not contain, which a module must not. */
    private static final String JETTY = "org.apache.felix.http.jetty12-";

    private static final String WITHOUT_PROVIDER = "META-INF/services/org.eclipse.jetty.ee10.webapp.Configuration";

    @TempDir
    Path folder;

    @Test
    void everyBundleIsAModuleOfItsSymbolicName() throws IOException {
        assertThat(bundles()).hasSizeGreaterThan(10);
        for (Path bundle : bundles()) {
            ModuleDescriptor module = module(bundle).descriptor();
            assertThat(module.isAutomatic()).as("%s has no module-info", bundle).isFalse();
            assertThat(module.name()).isEqualTo(symbolicName(bundle));
        }
    }

    @Test
    void allModulesResolveTogether() throws IOException {
        List<Path> path = new ArrayList<>();
        Set<String> ours =
                bundles().stream().map(jar -> module(jar).descriptor().name()).collect(Collectors.toSet());
        for (Path jar : jars()) {
            Path fit = jar.getFileName().toString().startsWith(JETTY) ? withoutMissingProvider(jar) : jar;
            if (!LEFT_OUT.containsKey(module(fit).descriptor().name())) {
                path.add(fit);
            }
        }

        Configuration all = Configuration.resolve(
                ModuleFinder.of(path.toArray(Path[]::new)),
                List.of(Configuration.empty()),
                ModuleFinder.ofSystem(),
                ours);

        assertThat(all.modules()).extracting(ResolvedModule::name).containsAll(ours);
    }

    static List<Path> bundles() {
        return jars().stream().filter(ModulePathTest::isOurs).toList();
    }

    private static Collection<Path> jars() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(file -> file.endsWith(".jar"))
                .map(Path::of)
                .toList();
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("obox-");
    }

    private static ModuleReference module(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next();
    }

    private static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue("Bundle-SymbolicName");
        }
    }

    private Path withoutMissingProvider(Path jar) throws IOException {
        Path copy = Files.copy(jar, folder.resolve(jar.getFileName()));
        try (FileSystem content = FileSystems.newFileSystem(URI.create("jar:" + copy.toUri()), Map.of())) {
            Files.delete(content.getPath(WITHOUT_PROVIDER));
        }
        return copy;
    }
}
