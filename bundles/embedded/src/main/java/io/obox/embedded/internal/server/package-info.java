/** Running a server as a process: unpacking it, finding one that was left behind, watching it, starting it again. */
@org.jspecify.annotations.NullMarked
package io.obox.embedded.internal.server;
