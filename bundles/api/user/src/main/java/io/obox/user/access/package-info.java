/** Who may call what over HTTP, declared beside the code that answers. For whoever brings REST resources. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.user.access;
