/** The NoCloud seed: a small CD image from which cloud-init learns a guest's name and keys. */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.libvirt.internal.seed;
