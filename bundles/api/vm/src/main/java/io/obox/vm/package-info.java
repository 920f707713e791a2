/** Virtual machines: what a person asks for, what the hypervisor shows, and the service between the two. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.2.0")
@org.jspecify.annotations.NullMarked
package io.obox.vm;
