package io.obox.provisioner.simulated.internal;

import io.obox.provisioner.spi.ProvisionException;
import io.obox.provisioner.spi.ProvisionException.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Which calls fail, and how, by chance. */
record InjectedFaults(List<Fault> faults, RandomGenerator random) {
    /** What can fail. */
    enum Operation {
        CREATE,
        POWER,
        DESTROY,
        OBSERVE,
        CAPABILITIES;

        private boolean is(String name) {
            return name.equals("*") || name.equals(name().toLowerCase(Locale.ROOT));
        }
    }

    /** One rule. */
    record Fault(List<Operation> operations, Kind kind, double probability) {}

    /**
     * Reads rules such as {@code create=fail:0.1,observe=unreachable}.
     *
     * @throws IllegalArgumentException where they can't be understood
     */
    static InjectedFaults parse(String rules, RandomGenerator random) {
        return new InjectedFaults(
                Arrays.stream(rules.split(","))
                        .map(String::strip)
                        .filter(rule -> !rule.isEmpty())
                        .map(InjectedFaults::rule)
                        .toList(),
                random);
    }

    private static Fault rule(String rule) {
        int equals = rule.indexOf('=');
        int colon = rule.indexOf(':', equals);
        if (equals < 0) {
            throw new IllegalArgumentException(
                    "A fault is written operation=kind[:probability], not \"" + rule + "\".");
        }
        String operation = rule.substring(0, equals).strip();
        List<Operation> operations = Arrays.stream(Operation.values())
                .filter(each -> each.is(operation))
                .toList();
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("There is no operation \"" + operation + "\" that could fail.");
        }
        String kind =
                rule.substring(equals + 1, colon < 0 ? rule.length() : colon).strip();
        return new Fault(operations, kind(kind), colon < 0 ? 1 : Double.parseDouble(rule.substring(colon + 1)));
    }

    private static Kind kind(String name) {
        return name.equals("fail") ? Kind.FAILED : Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Throws if chance has it that the operation fails now. */
    void strike(Operation operation) throws ProvisionException {
        for (Fault fault : faults) {
            if (fault.operations().contains(operation) && random.nextDouble() < fault.probability()) {
                throw new ProvisionException(
                        fault.kind(), sentence(fault.kind()).with());
            }
        }
    }

    private static SimulatedMessage sentence(Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> SimulatedMessage.DOES_NOT_ANSWER;
            case CAPACITY -> SimulatedMessage.HAS_NO_ROOM;
            case REJECTED -> SimulatedMessage.REFUSES;
            case NOT_FOUND -> SimulatedMessage.DOES_NOT_FIND;
            case FAILED -> SimulatedMessage.FAILED;
        };
    }
}
