package io.obox.provisioner.spi;

import io.obox.vm.VmSpec;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The guest that a call is about. */
@ProviderType
public interface Target {
    /** Identity; the native object carries it. */
    UUID vmId();

    /** Name for people and the guest's host name; may differ from an earlier call's. */
    String name();

    /** What it is made of. */
    VmSpec spec();

    /**
     * What its first disk starts from. Of one that the catalogue does not have any more, only the id tells something; such a guest is
     * not made, but may be changed and destroyed.
     */
    BaseImage image();
}
