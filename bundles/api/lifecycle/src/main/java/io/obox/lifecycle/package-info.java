/** What takes part in the replacement of a bundle under running users. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package io.obox.lifecycle;
