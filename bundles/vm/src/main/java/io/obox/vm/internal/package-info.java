/** Virtual machines: their rules, table, REST resource, jobs and reconciliation stand together here. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal;
