package dev.tilab.labs.loadbalancing;

/**
 * Something that happens to a target in every lane alike.
 *
 * @param atMicros when
 * @param kind what
 * @param target which, from 0
 * @param value factor of {@link Kind#SLOW}, otherwise 0
 */
record Mark(long atMicros, Kind kind, int target, double value) {

    /** What can happen; timelines number them in this order. */
    enum Kind {
        STOP("stop", true),
        START("start", true),
        SLOW("slow", true),
        TAKEN_OUT("taken-out", false),
        BACK_IN("back-in", false);

        final String id;

        /** Whether a person did it, not the health check. */
        final boolean intervention;

        Kind(String id, boolean intervention) {
            this.id = id;
            this.intervention = intervention;
        }

        static Kind of(String id) {
            for (Kind kind : values()) {
                if (kind.id.equals(id)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(id);
        }
    }
}
