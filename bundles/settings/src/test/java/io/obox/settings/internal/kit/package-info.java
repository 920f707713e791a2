@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.kit;
