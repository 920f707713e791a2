/** Administrators invite people, whether people can register by themselves or not. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.invitation;
