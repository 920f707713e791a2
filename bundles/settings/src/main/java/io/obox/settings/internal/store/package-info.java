/** What is set. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.store;
