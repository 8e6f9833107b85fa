package dev.tilab.labs.elb;

import dev.tilab.simulation.lab.ScenarioReader;
import dev.tilab.simulation.lab.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Listeners as a person writes them: {@code HTTP:80; TCP:5222}, those of a Network Load Balancer with what stands behind each:
 * {@code TCP:80 web; UDP:7777 game}. Services joined by a plus sign are one target group; {@code web} is short for all three of the
 * web's.
 */
final class ListenersText {

    private static final int LAST_PORT = 65_535;
    private static final String WEB = "web";

    private final ScenarioReader reader;
    private final String id;
    private final Balancer balancer;
    private final List<Listener> found = new ArrayList<>();

    private ListenersText(ScenarioReader reader, String id, Balancer balancer) {
        this.reader = reader;
        this.id = id;
        this.balancer = balancer;
    }

    /** In the order given. What is wrong is told to the reader, everything at once. */
    static List<Listener> read(ScenarioReader reader, String id, Balancer balancer) {
        ListenersText text = new ListenersText(reader, id, balancer);
        for (String part : reader.plain(id).split(";")) {
            if (!part.isBlank()) {
                text.part(part.strip());
            }
        }
        return List.copyOf(text.found);
    }

    private void part(String part) {
        String[] words = part.split(" ");
        String[] socket = words[0].split(":", -1);
        if (socket.length != 2 || words.length != (balancer == Balancer.NLB ? 2 : 1)) {
            String group = balancer == Balancer.NLB ? " <group>" : "";
            reader.reject(id, part, "listener-syntax", Values.of("syntax", "<protocol>:<port>" + group + "; …"));
            return;
        }
        boolean right = true;
        if (!balancer.protocols.contains(socket[0])) {
            String options = String.join(",", balancer.protocols);
            reader.reject(id, socket[0], "listener-protocol", Values.of("options", options));
            right = false;
        }
        if (!socket[1].matches("[0-9]{1,9}")
                || Integer.parseInt(socket[1]) < 1
                || Integer.parseInt(socket[1]) > LAST_PORT) {
            reader.reject(id, socket[1], "listener-port", Values.of("min", "1", "max", "" + LAST_PORT));
            right = false;
        }
        List<Service> group = words.length == 2 ? group(words[1]) : List.of();
        if (right) {
            add(part, new Listener(socket[0], Integer.parseInt(socket[1]), group));
        }
    }

    /** Two may share a port only if one of them is for UDP and the other for what TCP carries. */
    private void add(String part, Listener listener) {
        if (found.stream()
                .anyMatch(other -> Arrays.stream(dev.tilab.cloud.network.Protocol.values())
                        .anyMatch(carrier ->
                                other.hears(carrier, listener.port()) && listener.hears(carrier, other.port())))) {
            reader.reject(id, part, "listener-twice", Values.of());
            return;
        }
        found.add(listener);
    }

    private List<Service> group(String word) {
        List<Service> services = new ArrayList<>();
        for (String name : word.split("\\+", -1)) {
            int service = Service.ids().indexOf(name);
            if (name.equals(WEB)) {
                services.addAll(Service.WEB);
            } else if (service < 0) {
                String options = WEB + "," + String.join(",", Service.ids());
                reader.reject(id, name, "listener-group", Values.of("options", options));
            } else {
                services.add(Service.values()[service]);
            }
        }
        return services.stream().distinct().sorted().toList();
    }
}
