/**
 * The program that an operator starts: it reads a folder of features, gives their bundles and configurations to a
 * framework, and ends it in order when the process is told to end. What it installed stays in the data folder, so that
 * the next start of the same features, and of bundles replaced since, needs no installation.
 */
@NullMarked
package io.obox.launcher;

import org.jspecify.annotations.NullMarked;
