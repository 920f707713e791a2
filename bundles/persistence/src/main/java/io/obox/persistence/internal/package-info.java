/**
 * The OSGi side of the persistence bundle: the service that each bundle gets its transactions from, and the health checks.
 */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.internal;
