/** The XML that libvirt speaks, read and written without ever putting text together by hand. */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.libvirt.internal.xml;
