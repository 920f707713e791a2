package io.obox.platform.internal.proof;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** What a bundle's descriptors say of its components. */
public final class Descriptors {
    private static final String HEADER = "Service-Component";

    private Descriptors() {}

    /** Whether a bundle has no components at all. */
    static boolean none(Bundle bundle) {
        return bundle.getHeaders("").get(HEADER) == null;
    }

    /** The components that take configurations under their own name, and so can be given a ranking, with that they declare. */
    public static Map<String, Integer> rankings(Bundle bundle) throws IOException {
        Map<String, Integer> rankings = new HashMap<>();
        String header = bundle.getHeaders("").get(HEADER);
        for (String entry : header == null ? new String[0] : header.split(",", -1)) {
            for (URL descriptor : descriptors(bundle, entry.trim())) {
                try (InputStream in = descriptor.openStream()) {
                    read(in, rankings);
                } catch (XMLStreamException e) {
                    throw new IOException(descriptor + " is no component descriptor", e);
                }
            }
        }
        return rankings;
    }

    static void read(InputStream descriptor, Map<String, Integer> rankings) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader reader = factory.createXMLStreamReader(descriptor);
        Optional<String> component = Optional.empty();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (reader.getLocalName().equals("component")) {
                component = rankableName(reader);
                component.ifPresent(name -> rankings.put(name, 0));
            } else if (isRanking(reader)) {
                int ranking = Integer.parseInt(value(reader));
                component.ifPresent(name -> rankings.put(name, ranking));
            }
        }
    }

    private static boolean isRanking(XMLStreamReader element) {
        return element.getLocalName().equals("property")
                && Constants.SERVICE_RANKING.equals(element.getAttributeValue(null, "name"));
    }

    /** An attribute, or else the text of the element. */
    private static String value(XMLStreamReader property) throws XMLStreamException {
        String value = property.getAttributeValue(null, "value");
        return (value == null ? property.getElementText() : value).strip();
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
}
