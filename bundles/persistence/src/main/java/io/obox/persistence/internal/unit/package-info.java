/** What one bundle brings to the database, its migrations and its entities, and how both are made ready. */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.internal.unit;
