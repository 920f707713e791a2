/** Accounts, roles, and the caller on whose behalf a service acts. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.6.0")
@org.jspecify.annotations.NullMarked
package io.obox.user;
