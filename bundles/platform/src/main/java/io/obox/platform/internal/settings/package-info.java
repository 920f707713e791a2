/** What can be set of the replacement of bundles. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.settings;
