package io.obox.product.swap;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.obox.product.access.Command;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The class loaders of bundles that live in a process. */
record Loaders(ProcessHandle process) {
    /** A class of a bundle, and its loader. */
    private static final Pattern CLASS =
            Pattern.compile("--(io\\.obox\\.[a-z.]+)\\.internal\\.\\S*/(0x[0-9a-f]+)$", Pattern.MULTILINE);

    /** How many there are of each bundle, by its symbolic name, once all garbage has been collected. */
    Map<String, Integer> count() {
        // a histogram of what can be reached: collects, and unloads classes, before it counts
        jcmd("GC.class_histogram");
        return CLASS.matcher(jcmd("VM.class_hierarchy"))
                .results()
                .collect(groupingBy(
                        found -> found.group(1),
                        mapping((MatchResult found) -> found.group(2), collectingAndThen(toSet(), Set::size))));
    }

    /** How many objects of a class live. */
    long instances(String type) {
        return jcmd("GC.class_histogram")
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[3].equals(type))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin/jcmd");
        return Command.of(jcmd, Map.of()).run("" + process.pid(), command).output();
    }
}
