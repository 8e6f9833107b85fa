package dev.tilab.labweb;

import dev.tilab.simulation.timeline.Column;
import java.util.Arrays;

/**
 * The numbers of a column as bytes. Each number is zigzag coded, so that small negative numbers are small too, and written as
 * a LEB128 varint: seven bits a byte, lowest first, the eighth says that more follow.
 *
 * @param delta whether each number is the difference to the one before, the first to zero
 * @param bytes holds the column at its beginning
 * @param length number of bytes that belong to the column
 */
record PackedColumn(boolean delta, byte[] bytes, int length) {

    private static final int LONGEST_VARINT = 10;
    private static final int SAMPLE = 1_024;

    static PackedColumn of(Column column) {
        boolean delta = column.ascending() || isShorterAsDelta(column.values());
        long[] values = column.values();
        byte[] bytes = new byte[2 * values.length + LONGEST_VARINT];
        int length = 0;
        long previous = 0;
        for (long value : values) {
            if (length > bytes.length - LONGEST_VARINT) {
                bytes = Arrays.copyOf(bytes, bytes.length + bytes.length / 2 + LONGEST_VARINT);
            }
            long rest = zigzag(value - previous);
            if (delta) {
                previous = value;
            }
            while ((rest & ~0x7fL) != 0) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
        }
        return new PackedColumn(delta, bytes, length);
    }

    /**
     * Whether differences are clearly shorter, or as short and mostly zero, as those of a state that seldom changes. A sample
     * decides: a wrong guess costs bytes, never numbers.
     */
    private static boolean isShorterAsDelta(long[] values) {
        int step = Math.max(1, values.length / SAMPLE);
        int plain = 0;
        int delta = 0;
        int changes = 0;
        int seen = 0;
        for (int row = 1; row < values.length; row += step) {
            plain += varintBytes(zigzag(values[row]));
            delta += varintBytes(zigzag(values[row] - values[row - 1]));
            changes += values[row] == values[row - 1] ? 0 : 1;
            seen++;
        }
        return delta * 10 < plain * 9 || delta <= plain && changes * 2 < seen;
    }

    private static int varintBytes(long zigzag) {
        return (70 - Long.numberOfLeadingZeros(zigzag | 1)) / 7;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }
}
