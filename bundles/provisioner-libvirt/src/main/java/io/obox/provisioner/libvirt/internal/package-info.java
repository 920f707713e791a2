/** The backend for hosts that libvirt governs: guests on QEMU, with KVM where the processor has it. */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.libvirt.internal;
