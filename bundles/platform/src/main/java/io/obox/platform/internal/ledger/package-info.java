/** The replacements as PostgreSQL has them. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.ledger;
