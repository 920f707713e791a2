/** Tools for the lines that a command prints. They read what stands before them in a pipe, never a file. */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.text;
