/** Puts records in an order that nobody can change unnoticed. */
@org.jspecify.annotations.NullMarked
package io.obox.audit.internal.chain;
