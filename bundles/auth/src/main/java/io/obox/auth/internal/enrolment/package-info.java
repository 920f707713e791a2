/** How people set up their second factor, and how it ends. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.enrolment;
