/** Guests as libvirt's domains: their names, their XML, and the marks that tell one boot of a guest from another. */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.libvirt.internal.guest;
