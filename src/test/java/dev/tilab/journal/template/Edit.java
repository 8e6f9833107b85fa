package dev.tilab.journal.template;

import dev.tilab.journal.template.DayFields.Challenge;
import dev.tilab.journal.template.DayFields.Extra;
import dev.tilab.journal.template.DayFields.Reference;
import dev.tilab.journal.template.DayFields.Scrum;
import dev.tilab.journal.template.DayFields.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * One field of a day changed.
 *
 * @param kind the only kind of slice that may change
 * @param slice which of the topics' slices, when it is one of theirs
 * @param lines how many lines the field has: no more may change
 */
record Edit(String name, DayFields after, Slice.Kind kind, int slice, int lines) {

    /** One edit for every field that says something. */
    static List<Edit> of(DayFields f, Diaries diaries) {
        List<Edit> edits = new ArrayList<>();
        Scrum s = f.scrum();
        if (!s.todo().isEmpty()) {
            Scrum scrum =
                    new Scrum(diaries.sentence(), s.specialNotes(), s.yesterdayTodo(), s.yesterdayRetrospective());
            edits.add(edit(
                    "todo",
                    f,
                    scrum,
                    f.topics(),
                    f.challenges(),
                    f.retrospective(),
                    f.references(),
                    Slice.Kind.SCRUM,
                    0,
                    s.todo()));
        }
        if (!s.specialNotes().isEmpty()) {
            Scrum scrum = new Scrum(s.todo(), diaries.sentence(), s.yesterdayTodo(), s.yesterdayRetrospective());
            edits.add(edit(
                    "special",
                    f,
                    scrum,
                    f.topics(),
                    f.challenges(),
                    f.retrospective(),
                    f.references(),
                    Slice.Kind.SCRUM,
                    0,
                    s.specialNotes()));
        }
        for (int i = 0; i < f.topics().size(); i++) {
            Topic topic = f.topics().get(i);
            boolean preamble = topic.title().isEmpty();
            if (preamble) {
                continue; // its slice depends on where it stands
            }
            int untitled = (int) f.topics().stream()
                    .limit(i)
                    .filter(t -> t.title().isEmpty())
                    .count();
            if (untitled > 0) {
                continue;
            }
            edits.add(edit(
                    "title",
                    f,
                    s,
                    with(f.topics(), i, new Topic(i, diaries.sentence().replace("*", ""), topic.body())),
                    f.challenges(),
                    f.retrospective(),
                    f.references(),
                    Slice.Kind.TOPIC,
                    i,
                    topic.title()));
            edits.add(edit(
                    "body",
                    f,
                    s,
                    with(f.topics(), i, new Topic(i, topic.title(), diaries.paragraphs())),
                    f.challenges(),
                    f.retrospective(),
                    f.references(),
                    Slice.Kind.TOPIC,
                    i,
                    topic.body()));
        }
        for (int i = 0; i < f.challenges().size(); i++) {
            Challenge challenge = f.challenges().get(i);
            edits.add(edit(
                    "problem",
                    f,
                    s,
                    f.topics(),
                    with(f.challenges(), i, new Challenge(i, diaries.sentence(), challenge.solution())),
                    f.retrospective(),
                    f.references(),
                    Slice.Kind.CHALLENGES,
                    0,
                    challenge.problem()));
            if (!challenge.solution().isEmpty()) {
                edits.add(edit(
                        "solution",
                        f,
                        s,
                        f.topics(),
                        with(f.challenges(), i, new Challenge(i, challenge.problem(), diaries.sentence())),
                        f.retrospective(),
                        f.references(),
                        Slice.Kind.CHALLENGES,
                        0,
                        challenge.solution()));
            }
        }
        if (!f.retrospective().isEmpty()) {
            edits.add(edit(
                    "retrospective",
                    f,
                    s,
                    f.topics(),
                    f.challenges(),
                    f.retrospective() + "\n" + diaries.sentence(),
                    f.references(),
                    Slice.Kind.RETROSPECTIVE,
                    0,
                    ""));
        }
        for (int i = 0; i < f.references().size(); i++) {
            Reference reference = f.references().get(i);
            edits.add(edit(
                    "reference",
                    f,
                    s,
                    f.topics(),
                    f.challenges(),
                    f.retrospective(),
                    with(f.references(), i, new Reference(i, diaries.sentence(), reference.url())),
                    Slice.Kind.REFERENCES,
                    0,
                    ""));
        }
        for (int i = 0; i < f.extras().size(); i++) {
            Extra extra = f.extras().get(i);
            DayFields after =
                    f.with(DaySection.EXTRAS, with(f.extras(), i, new Extra(i, extra.title(), diaries.paragraphs())));
            edits.add(new Edit("extra", after, Slice.Kind.EXTRA, 0, extra.body().split("\n", -1).length));
        }
        return edits;
    }

    private static Edit edit(
            String name,
            DayFields f,
            Scrum scrum,
            List<Topic> topics,
            List<Challenge> challenges,
            String retrospective,
            List<Reference> references,
            Slice.Kind kind,
            int slice,
            String old) {
        DayFields after = new DayFields(f.date(), scrum, topics, challenges, retrospective, references);
        return new Edit(name, after, kind, slice, old.split("\n", -1).length);
    }

    private static <E> List<E> with(List<E> list, int index, E element) {
        List<E> copy = new ArrayList<>(list);
        copy.set(index, element);
        return copy;
    }
}
