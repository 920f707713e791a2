/** Sizes that people can choose from when they ask for VMs. */
@org.jspecify.annotations.NullMarked
package io.obox.vm.internal.presets;
