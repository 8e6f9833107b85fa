package dev.tilab.cloud.balancer.listener;

import dev.tilab.cloud.network.Cidr;
import java.util.List;
import java.util.Map;

/**
 * What a rule asks of a request. It is met if one of its values matches; whoever wants several of them to match writes several
 * conditions (AWS, Application Load Balancers, "Condition types for listener rules").
 */
public sealed interface Condition {

    /** Its kind, as AWS names it. */
    String kind();

    boolean isMetBy(HttpRequest request);

    /** What is compared, of which one has to match. */
    List<?> values();

    /** The values among them in which characters may stand for others. */
    default List<Wildcard> patterns() {
        return List.of();
    }

    /** How many characters of its values stand for others. */
    default int wildcards() {
        return patterns().stream().mapToInt(Wildcard::wildcards).sum();
    }

    private static boolean any(List<Wildcard> patterns, String value) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(value));
    }

    private static List<Wildcard> all(List<String> values, boolean caseSensitive) {
        return values.stream().map(value -> new Wildcard(value, caseSensitive)).toList();
    }

    /** The host that was called, whatever its case. */
    record Host(List<String> values) implements Condition {
        @Override
        public String kind() {
            return "host-header";
        }

        @Override
        public boolean isMetBy(HttpRequest request) {
            return any(patterns(), request.host());
        }

        @Override
        public List<Wildcard> patterns() {
            return all(values, false);
        }
    }

    /** The path without its query; case matters. */
    record Path(List<String> values) implements Condition {
        @Override
        public String kind() {
            return "path-pattern";
        }

        @Override
        public boolean isMetBy(HttpRequest request) {
            return any(patterns(), request.path());
        }

        @Override
        public List<Wildcard> patterns() {
            return all(values, true);
        }
    }

    /** The method; case matters, nothing stands for other characters. */
    record Method(List<String> values) implements Condition {
        @Override
        public String kind() {
            return "http-request-method";
        }

        @Override
        public boolean isMetBy(HttpRequest request) {
            return values.contains(request.method());
        }
    }

    /** One of a header's values, whatever its case. */
    record Header(String name, List<String> values) implements Condition {
        @Override
        public String kind() {
            return "http-header";
        }

        @Override
        public boolean isMetBy(HttpRequest request) {
            List<Wildcard> patterns = patterns();
            return request.headers().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .anyMatch(header -> any(patterns, header.getValue()));
        }

        @Override
        public List<Wildcard> patterns() {
            return all(values, false);
        }
    }

    /** A pair of the query, whatever its case; an empty key asks for the value alone. */
    record Query(List<Map.Entry<String, String>> values) implements Condition {
        @Override
        public String kind() {
            return "query-string";
        }

        @Override
        public boolean isMetBy(HttpRequest request) {
            return values.stream().anyMatch(asked -> request.query().stream().anyMatch(pair -> meets(asked, pair)));
        }

        private static boolean meets(Map.Entry<String, String> asked, Map.Entry<String, String> pair) {
            return (asked.getKey().isEmpty() || new Wildcard(asked.getKey(), false).matches(pair.getKey()))
                    && new Wildcard(asked.getValue(), false).matches(pair.getValue());
        }

        @Override
        public List<Wildcard> patterns() {
            return values.stream()
                    .flatMap(pair -> all(List.of(pair.getKey(), pair.getValue()), false).stream())
                    .toList();
        }
    }

    /** The address that the connection comes from. */
    record Source(List<Cidr> values) implements Condition {
        @Override
        public String kind() {
            return "source-ip";
        }

        @Override
        public boolean isMetBy(HttpRequest request) {
            return values.stream().anyMatch(block -> block.contains(request.source()));
        }
    }
}
