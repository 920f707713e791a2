/** Where PostgreSQL is, the pool of connections to it, and what happens while it is away. */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.internal.database;
