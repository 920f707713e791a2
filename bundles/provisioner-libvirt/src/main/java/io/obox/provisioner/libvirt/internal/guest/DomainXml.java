package io.obox.provisioner.libvirt.internal.guest;

import static io.obox.provisioner.libvirt.internal.xml.Xml.empty;
import static io.obox.provisioner.libvirt.internal.xml.Xml.start;
import static io.obox.provisioner.libvirt.internal.xml.Xml.text;

import io.obox.provisioner.libvirt.internal.xml.Xml;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a domain as libvirt wants it. */
public final class DomainXml {
    /** Namespace of the element by which a domain is known to be OBox's. */
    public static final String NAMESPACE = "urn:obox:vm:1";

    private final DomainDefinition domain;
    private final XMLStreamWriter out;

    private DomainXml(DomainDefinition domain, XMLStreamWriter out) {
        this.domain = domain;
        this.out = out;
    }

    /** The document. */
    public static String of(DomainDefinition domain) {
        return Xml.write(out -> new DomainXml(domain, out).write());
    }

    private void write() throws XMLStreamException {
        start(out, "domain", "type", domain.platform().type());
        text(out, "name", GuestName.of(domain.vmId()));
        text(out, "uuid", domain.vmId().toString());
        text(out, "title", domain.title());
        metadata();
        text(out, "memory", Integer.toString(domain.spec().memoryMib()), "unit", "MiB");
        text(out, "vcpu", Integer.toString(domain.spec().vcpus()));
        system();
        processor();
        empty(out, "clock", "offset", "utc");
        text(out, "on_poweroff", "destroy");
        text(out, "on_reboot", "restart");
        text(out, "on_crash", "destroy");
        start(out, "devices");
        disks();
        network();
        consoles();
        others();
        out.writeEndElement();
        out.writeEndElement();
    }

    private void metadata() throws XMLStreamException {
        start(out, "metadata");
        out.setDefaultNamespace(NAMESPACE);
        out.writeEmptyElement("vm");
        out.writeDefaultNamespace(NAMESPACE);
        out.writeAttribute("id", domain.vmId().toString());
        out.writeEndElement();
    }

    private void system() throws XMLStreamException {
        start(out, "os");
        String machine = domain.platform().machine();
        String arch = domain.platform().arch();
        if (machine == null) {
            text(out, "type", "hvm", "arch", arch);
        } else {
            text(out, "type", "hvm", "arch", arch, "machine", machine);
        }
        empty(out, "boot", "dev", "hd");
        out.writeEndElement();
        start(out, "features");
        empty(out, "acpi");
        empty(out, "apic");
        out.writeEndElement();
    }

    /** Emulation offers all that it can, since newer systems want more than its default processor has. */
    private void processor() throws XMLStreamException {
        switch (domain.platform().type()) {
            case "kvm" -> empty(out, "cpu", "mode", "host-passthrough", "migratable", "on");
            case "qemu" -> empty(out, "cpu", "mode", "maximum");
            default -> {}
        }
    }

    /** The seed is no CD drive: kernels of cloud images have no drivers for those. It is found by its label all the same. */
    private void disks() throws XMLStreamException {
        start(out, "disk", "type", "file", "device", "disk");
        empty(out, "driver", "name", "qemu", "type", "qcow2", "discard", "unmap");
        empty(out, "source", "file", domain.disk());
        empty(out, "target", "dev", "vda", "bus", "virtio");
        out.writeEndElement();
        start(out, "disk", "type", "file", "device", "disk");
        empty(out, "driver", "name", "qemu", "type", "raw");
        empty(out, "source", "file", domain.seed());
        empty(out, "target", "dev", "vdb", "bus", "virtio");
        empty(out, "readonly");
        out.writeEndElement();
    }

    private void network() throws XMLStreamException {
        start(out, "interface", "type", "network");
        empty(out, "mac", "address", MacAddress.of(domain.vmId()));
        empty(out, "source", "network", domain.spec().interfaces().getFirst().network());
        empty(out, "model", "type", "virtio");
        out.writeEndElement();
    }

    private void consoles() throws XMLStreamException {
        start(out, "serial", "type", "pty");
        empty(out, "target", "port", "0");
        out.writeEndElement();
        start(out, "console", "type", "pty");
        empty(out, "target", "type", "serial", "port", "0");
        out.writeEndElement();
        start(out, "graphics", "type", "vnc", "autoport", "yes", "listen", "127.0.0.1");
        out.writeEndElement();
        start(out, "video");
        empty(out, "model", "type", "vga");
        out.writeEndElement();
    }

    private void others() throws XMLStreamException {
        start(out, "channel", "type", "unix");
        empty(out, "target", "type", "virtio", "name", "org.qemu.guest_agent.0");
        out.writeEndElement();
        start(out, "rng", "model", "virtio");
        text(out, "backend", "/dev/urandom", "model", "random");
        out.writeEndElement();
        start(out, "memballoon", "model", "virtio");
        empty(out, "stats", "period", "5");
        out.writeEndElement();
    }
}
