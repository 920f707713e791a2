/** What a new version must do before it takes the place of another, tried where nobody else sees it. */
@org.jspecify.annotations.NullMarked
package io.obox.platform.internal.proof;
