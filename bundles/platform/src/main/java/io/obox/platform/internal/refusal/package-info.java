/** How people are told that a replacement does not take place. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.refusal;
