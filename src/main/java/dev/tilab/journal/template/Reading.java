package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that is read out of a text: the fields, and where each of them stands. */
final class Reading {
    final Outline outline;
    final boolean korean;
    final List<ScrumReader> scrums = new ArrayList<>();
    final Map<ScrumKey, Joined> scrum = new EnumMap<>(ScrumKey.class);
    final List<Container<Item.Topic>> topics = new ArrayList<>();
    final List<Container<Item.Challenge>> challenges = new ArrayList<>();
    final List<Container<Item.Reference>> references = new ArrayList<>();
    final List<Item.Extra> extras = new ArrayList<>();
    final Joined retrospective = new Joined(new ArrayList<>(), Joined.PARAGRAPHS);
    final DayFields fields;

    Reading(String text, OwnNames names) {
        outline = Outline.of(Lines.of(text), names);
        korean = Languages.isKorean(outline);
        for (ScrumKey key : ScrumKey.values()) {
            scrum.put(key, new Joined(new ArrayList<>(), Joined.LINES));
        }
        Container<Item.Topic> preamble = TopicReader.preamble(outline);
        if (!preamble.items().isEmpty()) {
            topics.add(preamble);
        }
        for (Outline.Part part : outline.parts) {
            if (part.role() != null) {
                read(part);
            } else {
                extras.add(new Item.Extra(outline, part));
            }
        }
        fields = fields();
    }

    private void read(Outline.Part part) {
        switch (part.role()) {
            case SCRUM -> {
                ScrumReader reader = new ScrumReader(outline, part);
                scrums.add(reader);
                reader.places().forEach((key, places) -> scrum.get(key).places().addAll(places));
            }
            case LEARNED -> topics.add(TopicReader.read(outline, part, korean));
            case CHALLENGES -> challenges.add(ChallengeReader.read(outline, part, korean));
            case RETROSPECTIVE ->
                retrospective
                        .places()
                        .add(Place.body(
                                outline.lines,
                                part.inline(),
                                part.heading() + 1,
                                part.end(),
                                Place.Anchor.below(part.heading())));
            case REFERENCES -> references.add(references(part));
        }
    }

    private Container<Item.Reference> references(Outline.Part part) {
        Lines lines = outline.lines;
        List<Item.Reference> items = new ArrayList<>();
        String prefix = "- ";
        if (part.inline() != null) {
            items.add(new Item.Reference(lines, part.inline().line(), null));
        }
        for (int i = part.heading() + 1; i < part.end(); i++) {
            if (!lines.isBlank(i)) {
                ReferenceLine line = outline.blocks.readable(i) ? ReferenceLine.of(lines.content(i)) : null;
                items.add(new Item.Reference(lines, i, line));
                prefix = line == null || line.prefix().isBlank() ? prefix : line.prefix();
            }
        }
        boolean numbers = DateSpan.isDigit(prefix.strip().charAt(0));
        return new Container<>(part.heading(), items, Style.plain(numbers ? "- " : prefix, false));
    }

    private DayFields fields() {
        List<DayFields.Topic> topicFields = new ArrayList<>();
        for (Item.Topic topic : Items.visible(topics)) {
            topicFields.add(new DayFields.Topic(topicFields.size(), topic.title(), topic.body.value()));
        }
        List<DayFields.Challenge> challengeFields = new ArrayList<>();
        for (Item.Challenge challenge : Items.visible(challenges)) {
            challengeFields.add(
                    new DayFields.Challenge(challengeFields.size(), challenge.problem.value(), challenge.solution()));
        }
        List<DayFields.Reference> referenceFields = new ArrayList<>();
        for (Item.Reference reference : Items.visible(references)) {
            referenceFields.add(
                    new DayFields.Reference(referenceFields.size(), reference.line.title(), reference.line.url()));
        }
        boolean dated = outline.date != null && outline.date.span() != null;
        List<DayFields.Extra> extraFields = new ArrayList<>();
        for (Item.Extra extra : extras) {
            extraFields.add(new DayFields.Extra(extraFields.size(), extra.title(), extra.body.value()));
        }
        return new DayFields(
                        dated ? outline.date.span().first() : null,
                        scrumFields(),
                        topicFields,
                        challengeFields,
                        retrospective.value(),
                        referenceFields)
                .with(DaySection.EXTRAS, extraFields);
    }

    private DayFields.Scrum scrumFields() {
        DayRow row = DayFields.Scrum.EMPTY;
        for (ScrumKey key : ScrumKey.values()) {
            row = row.with(key.field(), scrum.get(key).value());
        }
        return (DayFields.Scrum) row;
    }
}
