/** What workers do with VMs: create, change the power, delete. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.jobs;
