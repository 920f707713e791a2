/** The language of the shell, tried. */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.language;
