/** Virtual machines, images and hosts: their rules, tables, REST resources, jobs and reconciliation stand together here. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal;
