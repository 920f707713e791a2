package io.obox.provisioner.libvirt.internal.storage;

import io.obox.provisioner.libvirt.internal.xml.Xml;
import org.w3c.dom.Element;

/**
 * A volume as the host describes it.
 *
 * @param physical length of its file in bytes
 * @param backing path of the volume that it builds on, or an empty text
 */
record Volume(String path, long physical, String backing) {
    static Volume parse(String xml) {
        Element volume = Xml.read(xml);
        return new Volume(
                Xml.text(volume, "target", "path"),
                number(Xml.text(volume, "physical")),
                Xml.text(volume, "backingStore", "path"));
    }

    private static long number(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }
}
