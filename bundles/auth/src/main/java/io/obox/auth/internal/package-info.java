/** What several parts of this bundle share: its settings, and how times are stored. */
@org.jspecify.annotations.NullMarked
package io.obox.auth.internal;
