/** How settings are shown and changed. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.change;
