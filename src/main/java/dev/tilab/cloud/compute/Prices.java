package dev.tilab.cloud.compute;

import java.util.List;

/**
 * Prices of EC2 instances (Linux, on demand) and of their volumes in two Regions, each with the day and the place where it
 * was read. Within a family each size has twice the vCPUs, the memory and the price of the one before.
 */
public final class Prices {

    /** The Region's name in addresses. */
    public static final String SEOUL = "ap-northeast-2";

    public static final String VIRGINIA = "us-east-1";

    /** Size of an instance's volume, gp3 (assumed: the default of Amazon Linux images). */
    private static final long VOLUME_GIB = 8;

    private static final long HOURS_A_MONTH = 730;

    /**
     * A price.
     *
     * @param microUsdPerHour millionths of a US dollar
     * @param date ISO date of the list or, where it has none, its year
     * @param source list that it was read from
     * @param isCertain whether all lists agree on it
     */
    public record Price(
            String type,
            String region,
            int vcpus,
            int memoryGib,
            long microUsdPerHour,
            String date,
            String source,
            boolean isCertain) {}

    private static final String API = "AWS price API, as generated into aws/karpenter-provider-aws";
    private static final String LIST = "AWS price list ap-northeast-2";
    private static final String BILL = "a bill: 4.2705 USD for 82.124 h";
    private static final String TABLES = "published tables of Seoul prices";

    /** The list, both Regions. */
    public static final List<Price> TABLE = List.of(
            new Price("t3.micro", VIRGINIA, 2, 1, 10_400, "2026-07-20", API, true),
            new Price("t3.small", VIRGINIA, 2, 2, 20_800, "2026-07-20", API, true),
            new Price("t3.medium", VIRGINIA, 2, 4, 41_600, "2026-07-20", API, true),
            new Price("t3.large", VIRGINIA, 2, 8, 83_200, "2026-07-20", API, true),
            new Price("m5.large", VIRGINIA, 2, 8, 96_000, "2026-07-20", API, true),
            new Price("m5.xlarge", VIRGINIA, 4, 16, 192_000, "2026-07-20", API, true),
            new Price("m5.2xlarge", VIRGINIA, 8, 32, 384_000, "2026-07-20", API, true),
            new Price("m5.4xlarge", VIRGINIA, 16, 64, 768_000, "2026-07-20", API, true),
            new Price("c5.large", VIRGINIA, 2, 4, 85_000, "2026-07-20", API, true),
            new Price("c5.xlarge", VIRGINIA, 4, 8, 170_000, "2026-07-20", API, true),
            new Price("c5.2xlarge", VIRGINIA, 8, 16, 340_000, "2026-07-20", API, true),
            new Price("c5.4xlarge", VIRGINIA, 16, 32, 680_000, "2026-07-20", API, true),
            new Price("t3.micro", SEOUL, 2, 1, 13_000, "2026", TABLES, true),
            new Price("t3.small", SEOUL, 2, 2, 26_000, "2026-09-09", LIST, true),
            new Price("t3.medium", SEOUL, 2, 4, 52_000, "2026", BILL, true),
            new Price("t3.large", SEOUL, 2, 8, 104_000, "2026", TABLES, true),
            new Price("m5.large", SEOUL, 2, 8, 118_000, "2026", TABLES, false),
            new Price("m5.xlarge", SEOUL, 4, 16, 236_000, "2026", TABLES, false),
            new Price("m5.2xlarge", SEOUL, 8, 32, 472_000, "2026", TABLES, false),
            new Price("m5.4xlarge", SEOUL, 16, 64, 944_000, "2026", TABLES, false),
            new Price("c5.large", SEOUL, 2, 4, 96_000, "2026", TABLES, false),
            new Price("c5.xlarge", SEOUL, 4, 8, 192_000, "2026", TABLES, false),
            new Price("c5.2xlarge", SEOUL, 8, 16, 384_000, "2026", TABLES, false),
            new Price("c5.4xlarge", SEOUL, 16, 32, 768_000, "2026", TABLES, false));

    private Prices() {}

    /** The price of an instance type in a Region. */
    public static Price of(String type, String region) {
        return TABLE.stream()
                .filter(price -> price.type.equals(type) && price.region.equals(region))
                .findFirst()
                .orElseThrow();
    }

    /** Every instance type, family by family and from small to large. */
    public static List<String> types() {
        return TABLE.stream().map(Price::type).distinct().toList();
    }

    /** How many sizes a family has from a type on, the type itself among them; each doubles the one before. */
    public static int sizes(String type) {
        String family = family(type);
        List<String> types = TABLE.stream()
                .filter(price ->
                        price.region.equals(VIRGINIA) && family(price.type).equals(family))
                .map(Price::type)
                .toList();
        return types.size() - types.indexOf(type);
    }

    /** What a stopped instance still costs: its volume, 8 GB of gp3, in millionths of a US dollar an hour. */
    public static long volumeMicroUsdPerHour(String region) {
        // USD 0.0912 a GB-month in Seoul (2026-09-09), 0.08 in us-east-1 (2024-07-01)
        long perGibMonth = region.equals(SEOUL) ? 91_200 : 80_000;
        return Math.round((double) VOLUME_GIB * perGibMonth / HOURS_A_MONTH);
    }

    private static String family(String type) {
        return type.substring(0, type.indexOf('.'));
    }
}
