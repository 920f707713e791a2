/** Comparison of what hosts show with what the rows of VMs say. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.reconcile;
