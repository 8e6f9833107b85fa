package dev.tilab.labs.elb;

import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Targets as a person writes them: {@code login 1+1; api 1+3 ip}, of each service how many in zone a and in zone b, and whether by
 * address. A service that is not named has none.
 */
final class TargetsText {

    private static final String SYNTAX = "<service> <zone a>+<zone b> [ip]; …";
    private static final int MOST_IN_A_ZONE = 6;

    private final ScenarioReader reader;
    private final String id;
    private final Map<Service, List<Placed>> found = new TreeMap<>();

    private TargetsText(ScenarioReader reader, String id) {
        this.reader = reader;
        this.id = id;
    }

    /** In the order of their services, then of their zones. What is wrong is told to the reader, everything at once. */
    static List<Placed> read(ScenarioReader reader, String id) {
        TargetsText text = new TargetsText(reader, id);
        for (String part : reader.plain(id).split(";")) {
            if (!part.isBlank()) {
                text.part(part.strip());
            }
        }
        return text.found.values().stream().flatMap(List::stream).toList();
    }

    private void part(String part) {
        String[] words = part.split(" ");
        int service = Service.ids().indexOf(words[0]);
        boolean byAddress = words.length == 3 && words[2].equals("ip");
        if (words.length < 2 || words.length > 3 || words.length == 3 && !byAddress) {
            reader.reject(id, part, "targets-syntax", Values.of("syntax", SYNTAX));
        } else if (service < 0) {
            reader.reject(id, words[0], "targets-service", Values.of("options", String.join(",", Service.ids())));
        } else if (found.containsKey(Service.values()[service])) {
            reader.reject(id, words[0], "targets-twice", Values.of());
        } else {
            found.put(Service.values()[service], placed(Service.values()[service], words[1], byAddress));
        }
    }

    private List<Placed> placed(Service service, String counts, boolean byAddress) {
        List<Placed> targets = new ArrayList<>();
        String[] zones = counts.split("\\+", -1);
        for (int zone = 0; zone < zones.length; zone++) {
            if (zones.length != ElbParameters.ZONES.size() || !zones[zone].matches("[0-9]{1,9}")) {
                reader.reject(id, counts, "targets-syntax", Values.of("syntax", SYNTAX));
                return List.of();
            }
            int count = Integer.parseInt(zones[zone]);
            if (count > MOST_IN_A_ZONE) {
                reader.reject(id, counts, "targets-count", Values.of("min", "0", "max", "" + MOST_IN_A_ZONE));
                return List.of();
            }
            for (int each = 0; each < count; each++) {
                targets.add(new Placed(service, zone, targets.size() + 1, byAddress));
            }
        }
        return targets;
    }
}
