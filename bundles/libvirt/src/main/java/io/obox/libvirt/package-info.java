/**
 * libvirt's client library in this process: the calls that libvirt-java lacks, and the event loop. JNA never forgets a class
 * that it has once looked at, so whatever it looks at is here and in libvirt-java's packages, which stay while versions of
 * the backend come and go.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.libvirt;
