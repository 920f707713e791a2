/** Links in mails that open something once. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.link;
