package dev.tilab.labs.autoscaling;

/**
 * Nodes over the mean number of requests in an instance with limited room: sixteen to a doubling of (number + 1) from empty
 * to half full, and their mirror image from there to full. A node is found from the bits of a number, without searching.
 */
final class ResponseGrid {

    private static final int BITS = 4;
    private static final long ONE = Double.doubleToLongBits(1) >>> 52 - BITS;

    private final int room;
    private final int half;
    private final double[] numbers;

    ResponseGrid(int room) {
        this.room = room;
        int nodes = 0;
        while (lower(nodes) < room / 2.0) {
            nodes++;
        }
        half = nodes;
        numbers = new double[2 * half + 1];
        for (int node = 0; node < half; node++) {
            numbers[node] = lower(node);
            numbers[2 * half - node] = room - lower(node);
        }
        numbers[half] = room / 2.0;
    }

    private static double lower(int node) {
        return Double.longBitsToDouble(ONE + node << 52 - BITS) - 1;
    }

    int size() {
        return numbers.length;
    }

    double number(int node) {
        return numbers[node];
    }

    /** The last node at or before a number; for the room itself the last but one. */
    int node(double number) {
        if (number < numbers[half]) {
            return place(number);
        }
        return 2 * half - 1 - place(Math.max(0, room - number));
    }

    private int place(double number) {
        return Math.min(half - 1, (int) ((Double.doubleToLongBits(1 + number) >>> 52 - BITS) - ONE));
    }

    /** How far a number lies on the way from the node to the next, from 0 to 1. */
    double share(int node, double number) {
        double share = (number - numbers[node]) / (numbers[node + 1] - numbers[node]);
        return Math.max(0, Math.min(1, share));
    }

    /** A number's value, from the values at the nodes. */
    double interpolate(double[] values, double number) {
        int node = node(number);
        double share = share(node, number);
        return values[node] * (1 - share) + values[node + 1] * share;
    }
}
