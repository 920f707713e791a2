/** Saved views: lists as people want to see them again, alone or together. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal.view;
