/** Texts for people: in English where they come from, and by code and arguments for whoever says them in another language. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.message;
