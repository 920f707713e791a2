/** One's own account: what people say of themselves, and how they want the page to be. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.profile;
