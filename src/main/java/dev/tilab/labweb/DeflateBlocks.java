package dev.tilab.labweb;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Writes deflate blocks (RFC 1951) that know two things: a byte, and the byte before once more and once more. Each block has
 * the Huffman code that suits it best.
 *
 * <p>Columns of a timeline are measured times, in which nothing ever comes twice, or states, which mostly stay as they are.
 * The search for repetitions at any distance, on which the JDK's {@code Deflater} spends its time, finds next to nothing
 * more: zlib knows this way as {@code Z_RLE}, which Java does not offer, and this takes a third of the time.
 */
final class DeflateBlocks {

    private static final int MAX_BLOCK = 1 << 16;
    private static final int END_OF_BLOCK = 256;
    private static final int SYMBOLS = 286;
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 258;

    /** Shorter runs of a frequent byte take fewer bits byte by byte; measured on timelines, 6 to 12 are alike. */
    private static final int WORTHWHILE_RUN = 8;

    /** In which order the lengths of the code-length code are written (RFC 1951 §3.2.7). */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final OutputStream out;
    private final short[] tokens = new short[MAX_BLOCK];
    private final byte[] bytes = new byte[2 * MAX_BLOCK + 1024];
    private int position;
    private long bits;
    private int bitCount;

    DeflateBlocks(OutputStream out) {
        this.out = out;
    }

    /** Writes the bytes as blocks of their own: what is written together should be alike. */
    void write(byte[] source, int offset, int length) throws IOException {
        for (int from = 0; from < length; from += MAX_BLOCK) {
            writeBlock(source, offset + from, Math.min(MAX_BLOCK, length - from));
        }
    }

    /** Writes an empty last block and the bits that do not fill a byte. */
    void finish() throws IOException {
        // Last block, fixed code, and its end-of-block word of seven zeros.
        put(0b011, 10);
        out.write(bytes, 0, position);
        position = 0;
        if (bitCount > 0) {
            out.write((int) bits);
        }
    }

    private void writeBlock(byte[] source, int offset, int length) throws IOException {
        // Tokens: a byte as itself, a run of n more of the byte before as 256 + n.
        int[] counts = new int[END_OF_BLOCK + LONGEST_RUN + 1];
        int count = 0;
        int end = offset + length;
        int at = offset;
        int before = -1;
        while (at < end) {
            int value = source[at] & 0xff;
            int token = value;
            int run = value == before ? runLength(source, at, Math.min(end, at + LONGEST_RUN)) : 0;
            if (run >= WORTHWHILE_RUN) {
                token = END_OF_BLOCK + run;
                at += run;
            } else {
                at++;
            }
            before = value;
            counts[token]++;
            tokens[count++] = (short) token;
        }
        long[] words = writeHeader(counts);
        for (int i = 0; i < count; i++) {
            long word = words[tokens[i]];
            put(word >>> 8, (int) word & 0xff);
        }
        put(words[END_OF_BLOCK] >>> 8, (int) words[END_OF_BLOCK] & 0xff);
        out.write(bytes, 0, position);
        position = 0;
    }

    private static int runLength(byte[] source, int from, int end) {
        int at = from + 1;
        while (at < end && source[at] == source[from]) {
            at++;
        }
        return at - from;
    }

    /**
     * Writes the header of a block with the code for tokens of these counts.
     *
     * @return for each token all its bits, above eight bits that hold their number
     */
    private long[] writeHeader(int[] counts) {
        int[] frequencies = Arrays.copyOf(counts, SYMBOLS);
        Arrays.fill(frequencies, END_OF_BLOCK, SYMBOLS, 0);
        frequencies[END_OF_BLOCK] = 1;
        for (int run = SHORTEST_RUN; run <= LONGEST_RUN; run++) {
            frequencies[runSymbol(run)] += counts[END_OF_BLOCK + run];
        }
        HuffmanCode code = HuffmanCode.of(frequencies, 15);
        int used = SYMBOLS;
        while (code.lengths()[used - 1] == 0) {
            used--;
        }
        writeLengths(code.lengths(), used);
        long[] words = new long[counts.length];
        for (int value = 0; value <= END_OF_BLOCK; value++) {
            words[value] = (long) code.words()[value] << 8 | code.lengths()[value];
        }
        for (int run = SHORTEST_RUN; run <= LONGEST_RUN; run++) {
            int symbol = runSymbol(run);
            int length = code.lengths()[symbol];
            long word = code.words()[symbol] | (long) (run - runBase(symbol)) << length;
            // Behind the length stands the distance: one back, which the code below writes as a single zero.
            words[END_OF_BLOCK + run] = word << 8 | length + runExtraBits(symbol) + 1;
        }
        return words;
    }

    /** Writes lengths of the code for bytes and runs, and of a distance code of two words with one bit each (§3.2.7). */
    private void writeLengths(int[] lengths, int used) {
        int[] all = Arrays.copyOf(lengths, used + 2);
        all[used] = 1;
        all[used + 1] = 1;
        int[] symbols = new int[all.length];
        int[] extras = new int[all.length];
        int[] frequencies = new int[ORDER.length];
        int count = 0;
        for (int at = 0; at < all.length; ) {
            int run = 1;
            while (at + run < all.length && all[at + run] == all[at]) {
                run++;
            }
            int symbol = all[at];
            int taken = 1;
            if (all[at] == 0 && run >= 3) {
                taken = Math.min(run, 138);
                symbol = taken <= 10 ? 17 : 18;
            } else if (at > 0 && all[at] == all[at - 1] && run >= 3) {
                taken = Math.min(run, 6);
                symbol = 16;
            }
            symbols[count] = symbol;
            extras[count++] = taken - (symbol == 18 ? 11 : 3);
            frequencies[symbol]++;
            at += taken;
        }
        HuffmanCode code = HuffmanCode.of(frequencies, 7);
        int written = ORDER.length;
        while (code.lengths()[ORDER[written - 1]] == 0) {
            written--;
        }
        // Not the last block, with a code of its own; number of codes for bytes and runs, for distances, for lengths.
        put(0b100, 3);
        put(used - 257, 5);
        put(1, 5);
        put(written - 4, 4);
        for (int i = 0; i < written; i++) {
            put(code.lengths()[ORDER[i]], 3);
        }
        for (int i = 0; i < count; i++) {
            put(code.words()[symbols[i]], code.lengths()[symbols[i]]);
            if (symbols[i] >= 16) {
                put(extras[i], symbols[i] == 16 ? 2 : symbols[i] == 17 ? 3 : 7);
            }
        }
    }

    /** Length codes of RFC 1951 §3.2.5: 257 … 264 one length each, then groups of four with one more extra bit each. */
    private static int runSymbol(int run) {
        if (run == LONGEST_RUN) {
            return 285;
        }
        int distance = run - SHORTEST_RUN;
        if (distance < 8) {
            return 257 + distance;
        }
        int extra = 29 - Integer.numberOfLeadingZeros(distance);
        return 257 + 4 * extra + (distance >>> extra);
    }

    private static int runExtraBits(int symbol) {
        return symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4;
    }

    private static int runBase(int symbol) {
        if (symbol == 285) {
            return LONGEST_RUN;
        }
        int extra = runExtraBits(symbol);
        return SHORTEST_RUN + (extra == 0 ? symbol - 257 : symbol - 257 - 4 * extra << extra);
    }

    /** At most 21 bits at a time, so that with the seven that may be waiting they fit. */
    private void put(long word, int count) {
        bits |= word << bitCount;
        bitCount += count;
        LONG.set(bytes, position, bits);
        position += bitCount >>> 3;
        bits >>>= bitCount & ~7;
        bitCount &= 7;
    }
}
