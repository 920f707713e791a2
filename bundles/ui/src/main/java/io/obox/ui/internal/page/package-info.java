/**
 * Serves the web page that was built from the folder {@code ui}: its files as they are, and its first document for each
 * address that the page itself leads to.
 */
@org.jspecify.annotations.NullMarked
package io.obox.ui.internal.page;
