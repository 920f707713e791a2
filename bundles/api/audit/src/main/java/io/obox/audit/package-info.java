/** The audit log: what people did and tried, in an order that nobody can change unnoticed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.audit;
