/** Volumes on the host: the pool they lie in, the images that guests share, and each guest's own disk and seed. */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.libvirt.internal.storage;
