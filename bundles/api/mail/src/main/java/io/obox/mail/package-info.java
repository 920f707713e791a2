/** Mail to people. Domains say which template goes to whom with what in it; how it gets there is the business of a transport. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.obox.mail;
