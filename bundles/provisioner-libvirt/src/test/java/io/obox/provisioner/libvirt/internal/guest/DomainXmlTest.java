package io.obox.provisioner.libvirt.internal.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.obox.provisioner.libvirt.internal.xml.Xml;
import io.obox.vm.Disk;
import io.obox.vm.NetworkInterface;
import io.obox.vm.VmSpec;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class DomainXmlTest {
    private static final UUID ID = UUID.fromString("019354aa-0000-7000-8000-000000000001");

    private final Element domain = domain("kvm", "a <b> & 'c'");

    @Test
    void domainCarriesTheIdOfItsVm() {
        assertThat(Xml.text(domain, "name")).isEqualTo("obox-" + ID);
        assertThat(Xml.text(domain, "uuid")).isEqualTo(ID.toString());
        Element own = Xml.elements(domain, "metadata", "vm").getFirst();
        assertThat(own.getNamespaceURI()).isEqualTo(DomainXml.NAMESPACE);
        assertThat(own.getAttribute("id")).isEqualTo(ID.toString());
    }

    @Test
    void nameIsWrittenAsTextWhateverIsInIt() {
        assertThat(Xml.text(domain, "title")).isEqualTo("a <b> & 'c'");
    }

    @Test
    void shapeFollowsTheSpec() {
        assertThat(Xml.text(domain, "vcpu")).isEqualTo("3");
        assertThat(Xml.text(domain, "memory")).isEqualTo("768");
        assertThat(attribute("unit", "memory")).isEqualTo("MiB");
        assertThat(attribute("network", "devices", "interface", "source")).isEqualTo("lan");
        assertThat(attribute("address", "devices", "interface", "mac")).isEqualTo(MacAddress.of(ID));
    }

    @Test
    void volumesAreGivenWithTheirFormats() {
        List<Element> sources = Xml.elements(domain, "devices", "disk", "source");
        assertThat(sources).extracting(s -> s.getAttribute("file")).containsExactly("/pool/disk", "/pool/seed");
        List<Element> drivers = Xml.elements(domain, "devices", "disk", "driver");
        assertThat(drivers).extracting(d -> d.getAttribute("type")).containsExactly("qcow2", "raw");
    }

    @Test
    void seedNeedsNoOtherDriverThanTheDisk() {
        List<Element> targets = Xml.elements(domain, "devices", "disk", "target");
        assertThat(targets).extracting(t -> t.getAttribute("bus")).containsExactly("virtio", "virtio");
    }

    @Test
    void screenIsShownOnLoopbackOnly() {
        assertThat(attribute("listen", "devices", "graphics")).isEqualTo("127.0.0.1");
    }

    @Test
    void emulatedProcessorIsNotTheHosts() {
        assertThat(attribute("mode", "cpu")).isEqualTo("host-passthrough");
        assertThat(Xml.elements(domain("qemu", "x"), "cpu").getFirst().getAttribute("mode"))
                .isEqualTo("maximum");
    }

    private String attribute(String name, String... path) {
        return Xml.elements(domain, path).getFirst().getAttribute(name);
    }

    private static Element domain(String type, String title) {
        VmSpec spec = VmSpec.builder(UUID.randomUUID(), 3, 768, Disk.of(10))
                .interfaces(List.of(NetworkInterface.in("lan")))
                .build();
        Platform platform = new Platform(type, "x86_64", "q35");
        return Xml.read(DomainXml.of(new DomainDefinition(ID, title, spec, platform, "/pool/disk", "/pool/seed")));
    }
}
