package dev.tilab.labweb;

import dev.tilab.simulation.lab.Lab;

/** Where a lab's page and API lie, from the root of the application. */
final class LabAddress {

    static final String PAGES = "/labs";
    static final String API = "/api/v1/labs";

    /**
     * By which version of the lab's model a page was made, beside the parameters of its run and none of them: the same run has
     * the same address at the API, whatever the version. The first version is never written, so that addresses are as they were.
     */
    static final String VERSION = "v";

    /** Which step of a lab's story its page shows. */
    static final String STORY = "story";

    private LabAddress() {}

    static String page(Lab<?> lab, String query) {
        String version = query.isEmpty() || lab.version() == 1 ? "" : "&" + VERSION + "=" + lab.version();
        return address(PAGES + "/" + lab.id(), query + version);
    }

    static String story(Lab<?> lab, int step) {
        return address(PAGES + "/" + lab.id(), STORY + "=" + step);
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
