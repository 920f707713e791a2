package io.obox.provisioner.libvirt.internal.xml;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and writes the XML that libvirt speaks. */
public final class Xml {
    private Xml() {}

    /** What writes a document. */
    @FunctionalInterface
    public interface Content {
        /** Writes the root element and all that is in it. */
        void to(XMLStreamWriter out) throws XMLStreamException;
    }

    /** The document as text. */
    public static String write(Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.to(out);
            out.writeEndDocument();
            out.flush();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory can always be written", e);
        }
    }

    /** An element with attributes (name, value, name, value …) and nothing in it. */
    public static void empty(XMLStreamWriter out, String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(out, attributes);
    }

    /** An element with attributes and what is in it; the caller ends it. */
    public static void start(XMLStreamWriter out, String name, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(out, attributes);
    }

    /** An element with text in it. */
    public static void text(XMLStreamWriter out, String name, String text, String... attributes)
            throws XMLStreamException {
        start(out, name, attributes);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static void attributes(XMLStreamWriter out, String... attributes) throws XMLStreamException {
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    /** The root element of a document that libvirt gave. */
    public static Element read(String document) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(document)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("libvirt gave a document that can't be read", e);
        }
    }

    /** The elements at a path of names below an element. */
    public static List<Element> elements(Element from, String... path) {
        List<Element> found = List.of(from);
        for (String name : path) {
            List<Element> next = new ArrayList<>();
            for (Element element : found) {
                for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                    if (node instanceof Element child && name.equals(child.getLocalName())) {
                        next.add(child);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** The text of the first element at a path, or nothing. */
    public static String text(Element from, String... path) {
        return elements(from, path).stream()
                .findFirst()
                .map(e -> e.getTextContent().strip())
                .orElse("");
    }
}
