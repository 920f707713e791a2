package io.obox.vm;

/**
 * A request for several VMs that are alike, as it came: nothing is checked yet. They are numbered: {@code {n}} in the name stands
 * for the number of each, and where the name has none the number comes at its end, after a hyphen. One alone is made like any
 * other, and has a number only where its name asks for it. Immutable.
 */
public final class NewVms {
    /** How many there can be at most. */
    public static final int MAX_VMS = 100;

    /** What stands in a name for the number. */
    public static final String NUMBER = "{n}";

    private final NewVm each;
    private final int count;
    private final int firstNumber;

    private NewVms(NewVm each, int count, int firstNumber) {
        this.each = each;
        this.count = count;
        this.firstNumber = firstNumber;
    }

    /** So many that are like this one, numbered from 1. */
    public static NewVms of(NewVm each, int count) {
        return new NewVms(each, count, 1);
    }

    /** The same, numbered from this number, such as the one after those that are there already. */
    public NewVms from(int number) {
        return new NewVms(each, count, number);
    }

    /** What each is, but for its number. The idempotency key is the one of the whole request. */
    public NewVm each() {
        return each;
    }

    /** How many. */
    public int count() {
        return count;
    }

    /** The number of the first. */
    public int firstNumber() {
        return firstNumber;
    }

    /** What the one with this number is called, where the name in the request is this. */
    public static String numbered(String name, int number) {
        return name.contains(NUMBER) ? name.replace(NUMBER, Integer.toString(number)) : name + "-" + number;
    }
}
