package dev.tilab.labs.elb.doctor;

import dev.tilab.labs.elb.doctor.DiagnosisSummary.Symptom;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Worst;
import dev.tilab.simulation.lab.Still;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What customers complain of. */
final class Symptoms {

    private Symptoms() {}

    /** Of what began before anybody repaired anything. */
    static Symptom of(Course course, Repairs repairs, Still.Words words) {
        long until = repairs.made().isEmpty()
                ? Long.MAX_VALUE
                : repairs.made().get(0).act().micros();
        List<Way> outside = before(course.requests(), until);
        List<Way> inside = before(course.inside(), until);
        Map<Way, Integer> failed = new LinkedHashMap<>();
        // Where it ended is not known to whoever asked.
        outside.stream()
                .filter(way -> !way.isFine())
                .forEach(way -> failed.merge(new Way(null, way.how(), way.status(), 0), 1, Integer::sum));
        Worst worst = failed.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most -> worst(most.getKey(), words))
                .orElse(null);
        return new Symptom(fine(outside), outside.size(), worst, fine(inside), inside.size());
    }

    private static List<Way> before(List<Course.Sent> sent, long until) {
        return sent.stream()
                .filter(each -> each.atMicros() < until)
                .map(Course.Sent::way)
                .toList();
    }

    private static int fine(List<Way> ways) {
        return (int) ways.stream().filter(Way::isFine).count();
    }

    private static Worst worst(Way way, Still.Words words) {
        String text = switch (way.how()) {
            case SILENT -> words.text("diagnosis.silent");
            case REFUSED -> words.text("diagnosis.refused");
            default -> String.valueOf(Status.text(way.status()));
        };
        return new Worst(way.status(), text);
    }
}
