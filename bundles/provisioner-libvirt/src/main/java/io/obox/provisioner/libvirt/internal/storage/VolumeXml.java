package io.obox.provisioner.libvirt.internal.storage;

import static io.obox.provisioner.libvirt.internal.xml.Xml.empty;
import static io.obox.provisioner.libvirt.internal.xml.Xml.start;
import static io.obox.provisioner.libvirt.internal.xml.Xml.text;

import io.obox.image.ImageFormat;
import io.obox.provisioner.libvirt.internal.xml.Xml;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes volumes and pools as libvirt wants them. */
final class VolumeXml {
    private VolumeXml() {}

    /** A folder on the host, whose files QEMU may reach but nobody may list. */
    static String pool(String name, String path) {
        return Xml.write(out -> {
            start(out, "pool", "type", "dir");
            text(out, "name", name);
            start(out, "target");
            text(out, "path", path);
            permissions(out, "0711");
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    /** A file that is filled by an upload, whatever its format. */
    static String file(String name, long bytes) {
        return Xml.write(out -> {
            start(out, "volume");
            text(out, "name", name);
            text(out, "capacity", Long.toString(bytes), "unit", "bytes");
            text(out, "allocation", "0");
            start(out, "target");
            empty(out, "format", "type", "raw");
            permissions(out, "0644");
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    /** A disk that holds only what differs from another one. */
    static String overlay(String name, long bytes, String backing, ImageFormat backingFormat) {
        return Xml.write(out -> {
            start(out, "volume");
            text(out, "name", name);
            text(out, "capacity", Long.toString(bytes), "unit", "bytes");
            text(out, "allocation", "0");
            start(out, "target");
            empty(out, "format", "type", "qcow2");
            out.writeEndElement();
            start(out, "backingStore");
            text(out, "path", backing);
            empty(out, "format", "type", format(backingFormat));
            out.writeEndElement();
            out.writeEndElement();
        });
    }

    private static void permissions(XMLStreamWriter out, String mode) throws XMLStreamException {
        start(out, "permissions");
        text(out, "mode", mode);
        out.writeEndElement();
    }

    static String format(ImageFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
