package io.obox.provisioner.libvirt.internal.guest;

import io.obox.vm.VmSpec;
import java.util.UUID;

/**
 * All that goes into a domain.
 *
 * @param title the VM's name, for people who look at the host
 * @param disk path of the disk's volume on the host
 * @param seed path of the seed's volume on the host
 */
public record DomainDefinition(UUID vmId, String title, VmSpec spec, Platform platform, String disk, String seed) {}
