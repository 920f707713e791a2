/** What keeps the tables of third-party bundles apart. */
@org.jspecify.annotations.NullMarked
package io.obox.persistence.internal.tenant;
