package io.obox.provisioner.tck;

import io.obox.provisioner.spi.BaseImage;
import io.obox.provisioner.spi.Target;
import io.obox.vm.VmSpec;
import java.util.UUID;

/** A guest of a test. */
public record TestTarget(UUID vmId, String name, VmSpec spec, BaseImage image) implements Target {}
