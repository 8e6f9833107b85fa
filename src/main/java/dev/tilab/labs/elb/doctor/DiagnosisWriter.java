package dev.tilab.labs.elb.doctor;

import dev.tilab.labs.elb.doctor.DiagnosisSummary.Asked;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Change;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Choice;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Door;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Health;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Meaning;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Opened;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Probed;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Repaired;
import dev.tilab.labs.elb.doctor.DiagnosisSummary.Told;
import dev.tilab.simulation.lab.Still;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes down what is known of a patient, and nothing beyond. */
final class DiagnosisWriter {

    private final Patient patient;
    private final DoctorScenario scenario;
    private final Still.Words words;
    private final Repairs repairs;
    private final Course course;
    private final boolean solved;
    private final boolean doorsKnown;

    DiagnosisWriter(Patient patient, DoctorScenario scenario, Still.Words words) {
        this.patient = patient;
        this.scenario = scenario;
        this.words = words;
        SetUp setUp = patient.setUp();
        repairs = new Repairs(setUp, scenario.acts());
        course = new Course(setUp, repairs);
        solved = repairs.isSolved();
        doorsKnown = solved
                || scenario.acts().stream()
                        .anyMatch(act -> act.probe() == Act.Probe.CLIENT || act.place() == Place.SCHEME);
    }

    DiagnosisSummary write() {
        List<Opened> opened = opened();
        return new DiagnosisSummary(
                patient.number(),
                patient.kind().id(),
                Course.SECONDS,
                doors(),
                course.requests().stream().map(this::asked).toList(),
                course.inside().stream().map(this::asked).toList(),
                health(),
                probed(),
                opened,
                repairs.made().stream().map(DiagnosisWriter::repaired).toList(),
                Symptoms.of(course, repairs, words),
                solved,
                solved ? Math.max(0, repairs.solvedMicros()) / 1e6 : null,
                new DiagnosisSummary.Effort(
                        (int) scenario.acts().stream()
                                .filter(act -> act.probe() != null)
                                .count(),
                        opened.size(),
                        repairs.made().size(),
                        solved ? Best.of(patient).acts() : null),
                solved ? patient.faults().stream().map(this::told).toList() : null);
    }

    private List<Door> doors() {
        Site site = repairs.at(0).site();
        return IntStream.range(0, Site.NODES)
                .mapToObj(node -> new Door(
                        ProbePrint.zone(node), doorsKnown ? site.address(node).toString() : null))
                .toList();
    }

    private Asked asked(Course.Sent sent) {
        Way way = sent.way();
        boolean named = sent.target() >= 0 && (way.isFine() || solved);
        return new Asked(
                sent.atMicros() / 1e6,
                (sent.atMicros() + way.micros()) / 1e6,
                doorsKnown ? Integer.valueOf(sent.node()) : null,
                outcome(way),
                way.status(),
                Status.text(way.status()),
                named ? target(sent.target()) : null,
                Sight.throughDoor(way, solved));
    }

    private static String outcome(Way way) {
        return switch (way.how()) {
            case ARRIVED -> "ok";
            case SILENT -> "silent";
            case REFUSED -> "refused";
            case ANSWERED -> "error";
        };
    }

    private List<Health> health() {
        List<Integer> zones = patient.setUp().targetZones();
        return IntStream.range(0, zones.size())
                .filter(target -> !course.checks().changes(target).isEmpty())
                .mapToObj(target -> new Health(
                        target(target),
                        ProbePrint.zone(zones.get(target)),
                        course.checks().changes(target).stream()
                                .map(DiagnosisWriter::change)
                                .toList()))
                .toList();
    }

    private static Change change(Checks.Change change) {
        Checks.Reason reason = change.reason();
        return new Change(
                change.atMicros() / 1e6,
                change.state(),
                reason == null ? null : reason.code(),
                reason == null ? null : reason.description(),
                change.streak());
    }

    private List<Probed> probed() {
        List<Probed> probed = new ArrayList<>();
        for (Act act : scenario.acts()) {
            if (act.probe() != null) {
                ProbePrint print = new ProbePrint(repairs.at(act.micros()), solved, words).print(act.probe());
                probed.add(
                        new Probed(act.probe().id(), act.seconds(), repairs.before(act), print.lines(), print.ends()));
            }
        }
        return probed;
    }

    /** Whoever repairs sees what stood there, as a form shows it. */
    private List<Opened> opened() {
        Set<Place> seen = EnumSet.noneOf(Place.class);
        List<Opened> opened = new ArrayList<>();
        for (Act act : scenario.acts()) {
            Place place = act.place();
            if (place == null) {
                continue;
            }
            boolean first = seen.add(place);
            if (act.value() == null || first) {
                opened.add(opened(act, place));
            }
        }
        return opened;
    }

    private Opened opened(Act act, Place place) {
        // A repair at this very instant has its form filled with what was there before.
        Evaluation then = repairs.at(act.value() == null ? act.micros() : act.micros() - 1);
        Contents contents = new Contents(then, words);
        return new Opened(
                place.id(),
                act.seconds(),
                Repairs.isBroken(then.setUp(), place),
                contents.lines(place),
                patient.values(place).stream()
                        .map(value -> new Choice(value, contents.text(place, value)))
                        .toList(),
                then.setUp().at(place));
    }

    private static Repaired repaired(Repairs.Made made) {
        Act act = made.act();
        return new Repaired(
                act.place() == null ? "" : act.place().id(),
                act.value() == null ? "" : act.value(),
                act.seconds(),
                made.vain());
    }

    private Told told(Fault fault) {
        String of = "diagnosis.told." + fault.id();
        String at = "diagnosis.told." + fault.place.id();
        return new Told(
                fault.id(),
                fault.place.id(),
                new Meaning(words(of + ".client"), words(of + ".subnet"), words(of + ".host")),
                words(at + ".console"),
                words(at + ".cli"));
    }

    /** Some say another thing of each kind of balancer. */
    private String words(String key) {
        Kind kind = patient.kind();
        return words.text(key, kind.ordinal(), kind == Kind.ALB ? "HTTPS" : "TLS");
    }

    static String target(int number) {
        return "web" + (number + 1);
    }
}
