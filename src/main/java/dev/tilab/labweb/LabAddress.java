package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;

/** Where a lab's page and API lie, from the root of the application. */
final class LabAddress {

    static final String PAGES = "/labs";
    static final String API = "/api/v1/labs";

    private LabAddress() {}

    static String page(Lab<?> lab, String query) {
        return address(PAGES + "/" + lab.id(), query);
    }

    static String run(Lab<?> lab, String query) {
        return address(API + "/" + lab.id() + "/run", query);
    }

    static String timeline(Lab<?> lab, String query) {
        return address(API + "/" + lab.id() + "/timeline", query);
    }

    private static String address(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
