/** What the parts of the web bundle have in common: its settings. */
@org.jspecify.annotations.NullMarked
package io.obox.web.internal;
