/** The REST resources, which only translate. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.rest;
