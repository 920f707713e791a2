/** What a hypervisor backend implements. It knows of virtual machines and images, and of nothing else in OBox. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.spi;
