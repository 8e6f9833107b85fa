package dev.tilab.labs.autoscaling;

/** What can be had in each Availability Zone at present. */
final class Zones {

    final int count;
    private final boolean[] dark;
    private final boolean[] full;

    /** @param count how many zones the group spans */
    Zones(int count) {
        this.count = count;
        dark = new boolean[count];
        full = new boolean[count];
    }

    void setDark(int zone, boolean isDark) {
        dark[zone] = isDark;
    }

    void setFull(int zone, boolean isFull) {
        full[zone] = isFull;
    }

    /** Whether the group may try to launch there: it knows of an outage, but not of missing capacity. */
    boolean isOffered(int zone) {
        return !dark[zone];
    }

    boolean canLaunch(int zone) {
        return !dark[zone] && !full[zone];
    }
}
