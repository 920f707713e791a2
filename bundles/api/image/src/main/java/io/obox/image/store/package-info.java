/** Images and their files, for the domains of OBox itself; not for plugins, and without a promise to them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
@org.jspecify.annotations.NullMarked
package io.obox.image.store;
