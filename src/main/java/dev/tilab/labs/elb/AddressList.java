package dev.tilab.labs.elb;

import dev.tilab.cloud.network.Ipv4;
import java.util.ArrayList;
import java.util.List;

/** The addresses that the names of a run answer with, numbered as they first occur; lanes share one list. */
final class AddressList {

    private final List<Ipv4> addresses = new ArrayList<>();

    int number(Ipv4 address) {
        int known = addresses.indexOf(address);
        if (known >= 0) {
            return known;
        }
        addresses.add(address);
        return addresses.size() - 1;
    }

    List<String> texts() {
        return addresses.stream().map(Ipv4::toString).toList();
    }

    Ipv4 get(int number) {
        return addresses.get(number);
    }
}
