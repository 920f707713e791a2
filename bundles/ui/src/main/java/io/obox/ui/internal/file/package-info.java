/** Files as browsers get them: packed, tagged, kept for as long as they stay what they are. */
@org.jspecify.annotations.NullMarked
package io.obox.ui.internal.file;
