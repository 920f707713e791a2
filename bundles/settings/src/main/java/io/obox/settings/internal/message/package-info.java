/** What is said of settings. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.message;
