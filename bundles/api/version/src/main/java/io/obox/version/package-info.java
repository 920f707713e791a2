/** Versions of things that people change: how a request names them, and whether a change is meant for the one there is. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.version;
