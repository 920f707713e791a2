package io.obox.provisioner.libvirt.internal.guest;

import io.obox.provisioner.libvirt.internal.xml.Xml;
import java.time.Instant;
import org.w3c.dom.Element;

/**
 * What OBox notes in a domain when it boots. It stands in the running domain only and vanishes with the run, so that it
 * tells of this boot and no other, whoever reads it and whatever was restarted meanwhile.
 *
 * @param leaseBefore expiry of the latest lease that the guest had before this boot; -1 if it had none
 */
public record BootMark(Instant startedAt, long leaseBefore) {
    /** Namespace of the element. */
    public static final String NAMESPACE = "urn:obox:boot:1";

    /** No lease. */
    public static final long NONE = -1;

    /** As an element for the domain's metadata. */
    public String toXml() {
        return Xml.write(
                out -> Xml.empty(out, "boot", "started", startedAt.toString(), "lease", Long.toString(leaseBefore)));
    }

    /** Reads it back. */
    public static BootMark parse(String xml) {
        Element boot = Xml.read(xml);
        return new BootMark(Instant.parse(boot.getAttribute("started")), Long.parseLong(boot.getAttribute("lease")));
    }

    /**
     * Whether a lease with this expiry was given or renewed in this boot. A lease that never ends shows no renewal: it
     * counts.
     */
    public boolean proves(long expiry) {
        return expiry == 0 || expiry > leaseBefore;
    }
}
