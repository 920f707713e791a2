/** Notices that something changed. Events inform; they never drive work. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("2.1.0")
@org.jspecify.annotations.NullMarked
package io.obox.event;
