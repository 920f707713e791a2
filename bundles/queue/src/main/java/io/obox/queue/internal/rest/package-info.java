/** Jobs as REST shows them. */
@org.jspecify.annotations.NullMarked
package io.obox.queue.internal.rest;
