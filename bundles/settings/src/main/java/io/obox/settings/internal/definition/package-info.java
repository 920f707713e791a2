/** What can be set, as bundles say. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.definition;
