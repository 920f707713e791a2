/** The one way in which OBox says that something went wrong, in the manner of RFC 9457. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package io.obox.problem;
