/** Tokens that people make for programs. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.apitoken;
