/** The SSH keys that people keep for their VMs. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.key;
