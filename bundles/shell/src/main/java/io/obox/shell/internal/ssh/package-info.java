/** The door to the shell: SSH, by default on loopback only. */
@org.jspecify.annotations.NullMarked
package io.obox.shell.internal.ssh;
