/**
 * The native connection to one libvirt daemon: one per host, opened when it is needed and again when it is lost, with every
 * call bounded in time. All that is native stays behind this package and libvirt-java's classes.
 */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.libvirt.internal.connection;
