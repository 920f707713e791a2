/** The language in which VMs are searched: how it is read, and what it means in SQL. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.search;
