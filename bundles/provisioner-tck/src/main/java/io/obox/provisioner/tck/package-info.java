/** The conformance tests that every hypervisor backend passes: its own test extends them and says how its host is reached. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.tck;
