/**
 * PostgreSQL and Redis for a machine that has neither: each runs as a process of its own with its data in the data folder,
 * and is offered to the other bundles as an address once it answers.
 */
@org.jspecify.annotations.NullMarked
package io.obox.embedded.internal;
