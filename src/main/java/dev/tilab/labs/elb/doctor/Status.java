package dev.tilab.labs.elb.doctor;

import org.jspecify.annotations.Nullable;

/** HTTP statuses as balancers and applications write them. */
final class Status {

    private Status() {}

    static @Nullable String text(int status) {
        return switch (status) {
            case 200 -> "OK";
            case 404 -> "Not Found";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Temporarily Unavailable";
            case 504 -> "Gateway Time-out";
            default -> null;
        };
    }

    /** The first line of an answer. */
    static String line(int status) {
        return "HTTP/1.1 " + status + " " + text(status);
    }
}
