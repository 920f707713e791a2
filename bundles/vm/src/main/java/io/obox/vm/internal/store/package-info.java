/** How values stand in columns. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.store;
