/** SQL by name, for what must be fast or is one statement by its nature. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.persistence.sql;
