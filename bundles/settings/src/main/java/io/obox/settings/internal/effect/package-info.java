/** How what is set reaches the components that it is for. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.effect;
