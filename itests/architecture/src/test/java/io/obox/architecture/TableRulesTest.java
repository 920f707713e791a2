package io.obox.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whose tables a bundle's statements name: what another bundle has written is asked of that bundle. */
final class TableRulesTest {
    private static final String MIGRATIONS = "db/migration/";
    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern CREATION =
            Pattern.compile("\\bcreate table (?:if not exists )?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern USE = Pattern.compile(
            "\\b(?:from|join|into|update|truncate|references|(?:lock|alter|create) table(?: if not exists)?)\\s+(\\w+)",
            Pattern.CASE_INSENSITIVE);

    private record Bundle(String name, Set<String> tables, Map<String, List<String>> texts) {
        /** Each use of a table, by the place where it stands. */
        List<String> uses(Set<String> others) {
            List<String> found = new ArrayList<>();
            texts.forEach((place, all) -> all.stream()
                    .flatMap(text -> USE.matcher(text).results())
                    .filter(use -> others.contains(use.group(1)))
                    .forEach(use -> found.add(place + ": " + use.group())));
            return found;
        }
    }

    @Test
    void noBundleNamesTheTablesOfAnother() throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Path jar : ModulePathTest.bundles()) {
            bundles.add(read(jar));
        }
        assertThat(bundles)
                .flatMap(Bundle::tables)
                .contains("vm", "host", "image")
                .doesNotHaveDuplicates();
        for (Bundle bundle : bundles) {
            Set<String> others = new HashSet<>();
            bundles.stream().filter(other -> other != bundle).forEach(other -> others.addAll(other.tables()));
            assertThat(bundle.uses(others)).as(bundle.name()).isEmpty();
            assertThat(bundle.uses(bundle.tables()).stream().anyMatch(use -> use.contains(".class: ")))
                    .as("that statements of %s are found", bundle.name())
                    .isEqualTo(!bundle.tables().isEmpty());
        }
    }

    private static Bundle read(Path file) throws IOException {
        Map<String, List<String>> texts = new HashMap<>();
        Set<String> tables = new HashSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(MIGRATIONS) && name.endsWith(".sql")) {
                    String script = COMMENT.matcher(new String(bytes(jar, entry), StandardCharsets.UTF_8))
                            .replaceAll("");
                    texts.put(name, List.of(script));
                    CREATION.matcher(script).results().forEach(creation -> tables.add(creation.group(1)));
                } else if (name.startsWith("io/obox/") && name.endsWith(".class")) {
                    texts.put(name, constants(bytes(jar, entry)));
                }
            }
        }
        return new Bundle(file.getFileName().toString(), tables, texts);
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static List<String> constants(byte[] type) {
        return StreamSupport.stream(ClassFile.of().parse(type).constantPool().spliterator(), false)
                .filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue())
                .toList();
    }
}
