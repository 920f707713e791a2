/** The way to the guests of a host, for the domains of OBox itself; not for plugins, and without a promise to them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package io.obox.host.access;
