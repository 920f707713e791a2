package io.obox.platform.internal.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** What a bundle's descriptors say of its components. */
public final class Descriptors {
    private static final String HEADER = "Service-Component";

    private Descriptors() {}

    /** Whether a bundle has no components at all. */
    static boolean none(Bundle bundle) {
        return bundle.getHeaders("").get(HEADER) == null;
    }

    /** Names of the components that take configurations under their own name, and so can be given a ranking. */
    public static Set<String> rankable(Bundle bundle) throws IOException {
        Set<String> names = new HashSet<>();
        String header = bundle.getHeaders("").get(HEADER);
        for (String entry : header == null ? new String[0] : header.split(",", -1)) {
            for (URL descriptor : descriptors(bundle, entry.trim())) {
                rankableName(descriptor).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<String> rankableName(XMLStreamReader component) {
        String name = component.getAttributeValue(null, "name");
        String pids = component.getAttributeValue(null, "configuration-pid");
        boolean own = pids == null
                || List.of(pids.split(" ")).contains(name)
                || List.of(pids.split(" ")).contains("$");
        return own ? Optional.of(name) : Optional.empty();
    }

    private static Iterable<URL> descriptors(Bundle bundle, String entry) {
        int slash = entry.lastIndexOf('/');
        String folder = slash < 0 ? "/" : entry.substring(0, slash);
        @Nullable Enumeration<URL> found = bundle.findEntries(folder, entry.substring(slash + 1), false);
        return found == null ? Set.of() : Collections.list(found);
    }

    private static Optional<String> rankableName(URL descriptor) throws IOException {
        try (InputStream in = descriptor.openStream()) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("component")) {
                    return rankableName(reader);
                }
            }
            throw new IOException(descriptor + " describes no component");
        } catch (XMLStreamException e) {
            throw new IOException(descriptor + " is no component descriptor", e);
        }
    }
}
