package io.obox.provisioner.libvirt.internal.guest;

import io.obox.provisioner.libvirt.internal.xml.Xml;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The machine that guests of a host get.
 *
 * @param type libvirt's domain type: {@code kvm}, {@code qemu}, {@code test}
 * @param machine the machine type, or null for the hypervisor's default
 */
public record Platform(String type, String arch, @Nullable String machine) {
    private static final String MACHINE = "q35";

    /**
     * Chooses from what the host says of itself.
     *
     * @param capabilities libvirt's capabilities document
     * @param acceleration what is wanted
     */
    public static Platform of(String capabilities, Acceleration acceleration) {
        Element root = Xml.read(capabilities);
        String hostArch = Xml.text(root, "host", "cpu", "arch");
        Element guest = Xml.elements(root, "guest", "arch").stream()
                .filter(a -> a.getAttribute("name").equals(hostArch))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the host runs no guests of its own kind, " + hostArch));
        Set<String> types = Xml.elements(guest, "domain").stream()
                .map(d -> d.getAttribute("type"))
                .collect(Collectors.toUnmodifiableSet());
        List<Element> machines = Xml.elements(guest, "machine");
        boolean modern =
                machines.stream().anyMatch(m -> m.getTextContent().strip().equals(MACHINE));
        return new Platform(type(types, acceleration), hostArch, modern ? MACHINE : null);
    }

    private static String type(Set<String> types, Acceleration acceleration) {
        if (types.contains("kvm") && acceleration == Acceleration.KVM) {
            return "kvm";
        }
        return types.contains("qemu") ? "qemu" : types.iterator().next();
    }

    /** Whether guests run on the processor's virtualization. */
    public boolean accelerated() {
        return type.equals("kvm");
    }
}
