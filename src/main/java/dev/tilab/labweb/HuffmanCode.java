package dev.tilab.labweb;

import java.util.Arrays;

/**
 * A prefix code as deflate knows it (RFC 1951 §3.2.2): canonical, its code words written from their lowest bit on.
 *
 * @param lengths bits of each symbol's code word; 0 for a symbol that does not occur
 * @param words code word of each symbol, bits reversed
 */
record HuffmanCode(int[] lengths, int[] words) {

    /**
     * The shortest code for symbols of these frequencies, as long as no word of it is longer than the limit; otherwise one
     * for flattened frequencies, which is hardly longer.
     */
    static HuffmanCode of(int[] frequencies, int limit) {
        int[] weights = frequencies.clone();
        while (true) {
            int[] lengths = lengths(weights);
            if (Arrays.stream(lengths).max().orElse(0) <= limit) {
                return new HuffmanCode(lengths, words(lengths));
            }
            for (int symbol = 0; symbol < weights.length; symbol++) {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
        }
    }

    /** Huffman's algorithm with two queues: the leaves by weight, and the inner nodes, which arise in order of weight. */
    private static int[] lengths(int[] weights) {
        long[] leaves = new long[weights.length];
        int count = 0;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                leaves[count++] = (long) weights[symbol] << 16 | symbol;
            }
        }
        Arrays.sort(leaves, 0, count);
        int[] lengths = new int[weights.length];
        if (count < 2) {
            for (int leaf = 0; leaf < count; leaf++) {
                lengths[(int) (leaves[leaf] & 0xffff)] = 1;
            }
            return lengths;
        }
        // Nodes 0 … count − 1 are the leaves, the others inner nodes; the last one is the root.
        long[] weight = new long[2 * count - 1];
        int[] parent = new int[2 * count - 1];
        for (int leaf = 0; leaf < count; leaf++) {
            weight[leaf] = leaves[leaf] >>> 16;
        }
        int nextLeaf = 0;
        int nextInner = count;
        for (int node = count; node < weight.length; node++) {
            for (int child = 0; child < 2; child++) {
                boolean takesLeaf = nextInner == node || nextLeaf < count && weight[nextLeaf] <= weight[nextInner];
                int taken = takesLeaf ? nextLeaf++ : nextInner++;
                weight[node] += weight[taken];
                parent[taken] = node;
            }
        }
        int[] depth = new int[weight.length];
        for (int node = weight.length - 2; node >= 0; node--) {
            depth[node] = depth[parent[node]] + 1;
            if (node < count) {
                lengths[(int) (leaves[node] & 0xffff)] = depth[node];
            }
        }
        return lengths;
    }

    private static int[] words(int[] lengths) {
        int[] next = new int[17];
        for (int length : lengths) {
            next[length + 1] += length > 0 ? 1 : 0;
        }
        int word = 0;
        for (int length = 1; length < next.length; length++) {
            word = word + next[length] << 1;
            next[length] = word;
        }
        int[] words = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                words[symbol] = Integer.reverse(next[lengths[symbol]]++) >>> 32 - lengths[symbol];
            }
        }
        return words;
    }
}
