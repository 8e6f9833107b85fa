package dev.tilab.cloud.network;

/**
 * An IPv4 address.
 *
 * @param bits its 32 bits, the first of them highest
 */
public record Ipv4(int bits) {

    /**
     * Reads an address.
     *
     * @param text such as {@code 10.0.1.20}
     * @throws IllegalArgumentException if it is none; the message names it
     */
    public static Ipv4 of(String text) {
        String[] parts = text.split("\\.", -1);
        int bits = 0;
        for (String part : parts) {
            if (parts.length != 4 || !part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                throw new IllegalArgumentException(
                        text + ": an IPv4 address has four numbers from 0 to 255, as 10.0.1.20");
            }
            bits = bits << 8 | Integer.parseInt(part);
        }
        return new Ipv4(bits);
    }

    /** Whether a host means itself by it: 127.0.0.0/8 (RFC 1122, 3.2.1.3). */
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
    }
}
