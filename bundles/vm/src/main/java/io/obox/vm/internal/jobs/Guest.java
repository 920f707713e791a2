package io.obox.vm.internal.jobs;

import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Target;
import io.obox.vm.VmSpec;
import java.util.UUID;

/** The guest of a VM, as provisioners are told of it. */
record Guest(UUID vmId, String name, VmSpec spec, BaseImage image) implements Target {}
