package dev.tilab.labs.elb;

import dev.tilab.cloud.balancer.listener.HttpRequest;
import dev.tilab.cloud.network.Ipv4;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a letter says; the last two say nothing that a balancer could read. */
enum Ask {
    LOGIN_PAGE("GET /login", "/login"),
    LOGIN("POST /login", "/login"),
    ITEMS("GET /api/items", "/api/items"),
    CART("POST /api/cart", "/api/cart"),
    ME("GET /api/me", "/api/me"),
    CHAT("GET /chat · Upgrade", "/chat"),
    TCP("TCP", ""),
    UDP("UDP", "");

    static final List<Ask> OF_LOGIN = List.of(LOGIN_PAGE, LOGIN);
    static final List<Ask> OF_API = List.of(ITEMS, CART, ME);

    /** The name under which the shop is called. */
    static final String HOST = "shop.kr";

    final String text;
    private final String path;

    Ask(String text, String path) {
        this.text = text;
        this.path = path;
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(ask -> ask.text).toList();
    }

    /** What a balancer reads once it has opened it. */
    HttpRequest request(Ipv4 source) {
        List<Map.Entry<String, String>> headers = this == CHAT ? List.of(Map.entry("Upgrade", "websocket")) : List.of();
        return new HttpRequest(text.substring(0, text.indexOf(' ')), HOST, path, List.of(), headers, source);
    }
}
