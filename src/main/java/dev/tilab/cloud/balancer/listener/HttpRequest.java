package dev.tilab.cloud.balancer.listener;

import dev.tilab.cloud.network.Ipv4;
import java.util.List;
import java.util.Map;

/**
 * What can be read of a request once it is opened.
 *
 * @param method such as {@code GET}
 * @param host name that was called, without port
 * @param path from the first slash, without query
 * @param query its pairs in their order; a pair without a key has an empty one
 * @param headers names and values; one that is repeated stands there as often
 * @param source whose address the connection shows: a proxy's where there is one
 */
public record HttpRequest(
        String method,
        String host,
        String path,
        List<Map.Entry<String, String>> query,
        List<Map.Entry<String, String>> headers,
        Ipv4 source) {

    /** A plain GET. */
    public static HttpRequest get(String host, String path) {
        return new HttpRequest("GET", host, path, List.of(), List.of(), new Ipv4(0));
    }
}
