package io.obox.settings.internal.definition;

import io.obox.settings.AdminSettings;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be set, as the bundles that are installed say now. The service of Metatype keeps bounds to itself, which is why the
 * documents that it reads are read here by its own reader.
 */
@Component(service = Definitions.class)
public final class Definitions {
    private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);
    private static final String FOLDER = "OSGI-INF/metatype";

    private final Supplier<List<Definition>> found;

    /** Of this framework. */
    @Activate
    public Definitions(BundleContext context) {
        this(() -> found(context));
    }

    /** These. */
    public Definitions(Supplier<List<Definition>> found) {
        this.found = found;
    }

    /** All of them by their PIDs. Of two versions of a bundle the one counts that came later. */
    public List<Definition> all() {
        return found.get();
    }

    private static List<Definition> found(BundleContext context) {
        Map<String, Definition> found = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            of(bundle).forEach(definition -> found.put(definition.pid(), definition));
        }
        return List.copyOf(found.values());
    }

    /** Those under this PID. */
    public Optional<Definition> of(String pid) {
        return all().stream().filter(definition -> definition.pid().equals(pid)).findFirst();
    }

    private static Stream<Definition> of(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null || bundle.getState() == Bundle.UNINSTALLED) {
            return Stream.empty();
        }
        List<Mark> marks = revision.getDeclaredCapabilities(AdminSettings.NAMESPACE).stream()
                .flatMap(capability -> Mark.of(capability).stream())
                .toList();
        return marks.isEmpty() ? Stream.empty() : described(bundle, marks);
    }

    private static Stream<Definition> described(Bundle bundle, List<Mark> marks) {
        List<MetaData> documents = documents(bundle);
        return marks.stream()
                .flatMap(mark -> documents.stream().flatMap(document -> Description.of(document, mark).stream()));
    }

    private static List<MetaData> documents(Bundle bundle) {
        Enumeration<URL> found = bundle.findEntries(FOLDER, "*.xml", false);
        return Collections.list(Objects.requireNonNullElse(found, Collections.emptyEnumeration())).stream()
                .map(Definitions::read)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable MetaData read(URL document) {
        try {
            return new MetaDataReader().parse(document);
        } catch (IOException e) {
            LOG.warn("{} can't be read; what it describes can't be set.", document, e);
            return null;
        }
    }
}
