/** Settings that administrators change for all nodes. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal;
