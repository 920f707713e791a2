/** The settings over HTTP. */
@org.jspecify.annotations.NullMarked
package io.obox.settings.internal.rest;
