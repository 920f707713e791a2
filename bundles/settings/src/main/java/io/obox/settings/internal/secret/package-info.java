/** How secrets are kept. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.secret;
