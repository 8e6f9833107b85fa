package dev.tilab.cloud.network;

/**
 * A block of IPv4 addresses (RFC 4632).
 *
 * @param base its first address
 * @param prefix how many of the first bits all its addresses share, 0–32
 */
public record Cidr(Ipv4 base, int prefix) {

    /** Everywhere: {@code 0.0.0.0/0}. */
    public static final Cidr ANYWHERE = new Cidr(new Ipv4(0), 0);

    /** @throws IllegalArgumentException if the base has bits behind the prefix, or there is no such prefix */
    public Cidr {
        if (prefix < 0 || prefix > 32) {
            throw new IllegalArgumentException("/" + prefix + ": a prefix has from 0 to 32 bits");
        }
        if ((base.bits() & ~mask(prefix)) != 0) {
            throw new IllegalArgumentException(base + "/" + prefix + ": has bits behind its prefix; the block is "
                    + new Ipv4(base.bits() & mask(prefix)) + "/" + prefix);
        }
    }

    /**
     * Reads a block.
     *
     * @param text such as {@code 10.0.0.0/16}
     * @throws IllegalArgumentException if it is none; the message names it
     */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException(text + ": a block is an address and a prefix, as 10.0.0.0/16");
        }
        return new Cidr(Ipv4.of(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(Ipv4 address) {
        return (address.bits() & mask(prefix)) == base.bits();
    }

    /** A shift by 32 would be none at all. */
    private static int mask(int prefix) {
        return prefix == 0 ? 0 : -1 << 32 - prefix;
    }

    @Override
    public String toString() {
        return base + "/" + prefix;
    }
}
