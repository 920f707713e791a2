/** VMs: what may be asked for, where it is placed, what may be done in which state, and the table of them. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.vms;
