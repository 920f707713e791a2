/**
 * The commands of the scope {@code obox}. Each asks a domain service on behalf of whoever entered the shell, and writes what
 * it gets; none decides anything.
 */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.command;
