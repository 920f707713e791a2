package io.obox.provisioner.spi;

import io.obox.vm.VmSpec;
import java.util.UUID;

/**
 * The guest that a call is about.
 *
 * @param vmId identity; the native object carries it
 * @param name name for people and the guest's host name; may differ from an earlier call's
 */
public record Target(UUID vmId, String name, VmSpec spec, BaseImage image) {}
