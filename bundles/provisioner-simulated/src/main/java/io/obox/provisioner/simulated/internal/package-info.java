/**
 * Hosts without a hypervisor: guests that are small files, whose state is a function of the times written in them. They
 * outlive the process, and several processes or versions of this bundle may look after the same ones.
 */
@org.jspecify.annotations.NullMarked
package io.obox.provisioner.simulated.internal;
