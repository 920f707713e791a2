package io.obox.shell.internal.language;

import java.util.Map;
import java.util.Set;

/** What may be used in the shell, by how one entered. A command that is not listed here is not known there. */
public enum Rights {
    /** Of whoever entered as a person: the domain's commands, each of which asks a domain service. */
    ADMINISTRATOR(Map.of("obox", Set.of(), "text", Set.of(), "gogo", Set.of("each", "if", "not"))),

    /** Of whoever holds the platform's own key: bundles and components too, and so all that code can do. */
    OPERATOR(Map.of(
            "obox",
            Set.of(),
            "text",
            Set.of(),
            "gogo",
            Set.of("each", "if", "not"),
            "felix",
            Set.of(
                    "bundlelevel",
                    "frameworklevel",
                    "headers",
                    "inspect",
                    "install",
                    "lb",
                    "refresh",
                    "resolve",
                    "start",
                    "stop",
                    "uninstall",
                    "update"),
            "scr",
            Set.of("config", "disable", "enable", "info", "list")));

    /** What brings code in, whatever its scope. */
    private static final Set<String> BRINGING_CODE = Set.of("obox:update");

    /** Names by scope; none stands for all. */
    private final Map<String, Set<String>> commands;

    Rights(Map<String, Set<String>> commands) {
        this.commands = commands;
    }

    /** Whether what a line does has bounds. */
    public boolean bounded() {
        return this != OPERATOR;
    }

    boolean include(String scope, String name) {
        Set<String> names = commands.get(scope);
        return names != null
                && (names.isEmpty() || names.contains(name))
                && (this == OPERATOR || !BRINGING_CODE.contains(scope + ":" + name));
    }
}
