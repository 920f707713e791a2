/** How commands write: tables for people, JSON for programs. */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.output;
