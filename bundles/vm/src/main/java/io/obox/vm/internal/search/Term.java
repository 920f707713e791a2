package io.obox.vm.internal.search;

import io.obox.vm.VmState;
import java.util.List;

/** What a search asks of a VM. */
public sealed interface Term {
    /** Nothing: any VM will do. */
    Term ANY = new All(List.of());

    /** All of these are true. */
    record All(List<Term> terms) implements Term {
        /** Copies the list. */
        public All {
            terms = List.copyOf(terms);
        }
    }

    /** One of these is true, or more. */
    record Either(List<Term> terms) implements Term {
        /** Copies the list. */
        public Either {
            terms = List.copyOf(terms);
        }
    }

    /** This is not true. */
    record Not(Term term) implements Term {}

    /** A part of the name, of an address or of a tag, in lower case. */
    record Word(String part) implements Term {}

    /** What it does. */
    record InState(VmState state) implements Term {}

    /** A text of its own. */
    record Has(Attribute attribute, Match match) implements Term {}

    /** What it belongs to in another domain, by the name that it has there. */
    record Of(Relation relation, Match match) implements Term {}

    /** The texts that a VM has. */
    enum Attribute {
        NAME,
        ADDRESS,
        TAG
    }

    /** What VMs belong to. */
    enum Relation {
        HOST,
        IMAGE,
        OWNER
    }

    /**
     * How a text is compared.
     *
     * @param text in lower case
     * @param whole whether all of it is meant, or any part
     */
    record Match(String text, boolean whole) {
        /** In front of a tag: none of those beneath it is meant. No tag begins so. */
        public static final String ITSELF = "=";

        /** Whether this other text, in lower case as well, is meant. */
        boolean meets(String other) {
            return whole ? other.equals(text) : other.contains(text);
        }
    }
}
