/** The bundle's services put together by hand, on a real database and simulated hosts. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.kit;
