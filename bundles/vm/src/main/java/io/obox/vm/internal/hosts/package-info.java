/** Hosts: the provisioners that are there, the rows that tell of them, and the way in which calls reach them. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.hosts;
