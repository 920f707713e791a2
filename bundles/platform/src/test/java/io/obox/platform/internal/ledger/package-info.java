/** The rows of replacements, tried. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.ledger;
