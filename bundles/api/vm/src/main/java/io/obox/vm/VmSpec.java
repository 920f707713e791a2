package io.obox.vm;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a guest is made of: all that a hypervisor backend must know of a VM's shape.
 *
 * @param imageId the image that its disk starts from
 * @param vcpus processors, 1 to 64
 * @param memoryMib memory in MiB, 64 to 1048576
 * @param diskGib size of its disk in GiB, 1 to 10240; not below the image's
 * @param network name of the host's network
 * @param sshKeys public keys in OpenSSH format, for the image's default user
 * @param userData cloud-init user-data that is used instead of what OBox makes, or null
 * @param autostart whether the host starts it when the host itself starts
 */
public record VmSpec(
        UUID imageId,
        int vcpus,
        int memoryMib,
        int diskGib,
        String network,
        List<String> sshKeys,
        @Nullable String userData,
        boolean autostart) {
    /** Copies the keys. */
    public VmSpec {
        sshKeys = List.copyOf(sshKeys);
    }
}
