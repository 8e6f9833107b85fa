package dev.tilab.journal.web;

import dev.tilab.journal.template.DayFields;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of a day as a browser sends it: strings only, so that whatever was typed can be shown again. Names of its inputs
 * are the paths that {@code FieldProblem} uses ({@code topics[0].title}).
 */
class EntryForm {

    private String date = "";
    private String version = "";
    private boolean compare;
    private ScrumRow scrum = new ScrumRow();
    private List<TopicRow> topics = new ArrayList<>();
    private List<ChallengeRow> challenges = new ArrayList<>();
    private String retrospective = "";
    private List<ReferenceRow> references = new ArrayList<>();

    /** The form that shows these fields. */
    static EntryForm of(DayFields fields, String version) {
        EntryForm form = new EntryForm();
        form.date = fields.date() == null ? "" : fields.date().toString();
        form.version = version;
        form.scrum.todo = fields.scrum().todo();
        form.scrum.specialNotes = fields.scrum().specialNotes();
        form.scrum.yesterdayTodo = fields.scrum().yesterdayTodo();
        form.scrum.yesterdayRetrospective = fields.scrum().yesterdayRetrospective();
        fields.topics().forEach(t -> form.topics.add(new TopicRow(t.origin(), t.title(), t.body())));
        fields.challenges().forEach(c -> form.challenges.add(new ChallengeRow(c.origin(), c.problem(), c.solution())));
        form.retrospective = fields.retrospective();
        fields.references().forEach(r -> form.references.add(new ReferenceRow(r.origin(), r.title(), r.url())));
        return form;
    }

    /** A form without rows is a form that nobody can write in: gives every list at least one row to type into. */
    EntryForm withRoom() {
        if (topics.isEmpty()) {
            topics.add(new TopicRow());
        }
        if (challenges.isEmpty()) {
            challenges.add(new ChallengeRow());
        }
        if (references.isEmpty()) {
            references.add(new ReferenceRow());
        }
        return this;
    }

    /** Puts a topic where nothing is written yet, else behind the others; gives its index. */
    int addTopic(String title, String body) {
        int at = topics.isEmpty() || !topics.get(topics.size() - 1).isBlank() ? topics.size() : topics.size() - 1;
        if (at == topics.size()) {
            topics.add(new TopicRow());
        }
        topics.get(at).setTitle(title);
        topics.get(at).setBody(body);
        return at;
    }

    /** How many of the four scrum fields say something. */
    public int scrumFilled() {
        return (int) List.of(scrum.todo, scrum.specialNotes, scrum.yesterdayTodo, scrum.yesterdayRetrospective).stream()
                .filter(text -> !text.isBlank())
                .count();
    }

    /** How many rows of a list say something. */
    static long filled(List<? extends Row> rows) {
        return rows.stream().filter(row -> !row.isBlank()).count();
    }

    /** One row of a list: knows where it came from and whether anything stands in it. */
    abstract static class Row {
        private int origin = DayFields.NEW;

        /** Whether nothing at all was typed. */
        abstract boolean isBlank();

        public int getOrigin() {
            return origin;
        }

        public void setOrigin(int origin) {
            this.origin = Math.max(DayFields.NEW, origin);
        }
    }

    static final class ScrumRow {
        private String todo = "";
        private String specialNotes = "";
        private String yesterdayTodo = "";
        private String yesterdayRetrospective = "";

        public String getTodo() {
            return todo;
        }

        public void setTodo(String todo) {
            this.todo = todo;
        }

        public String getSpecialNotes() {
            return specialNotes;
        }

        public void setSpecialNotes(String specialNotes) {
            this.specialNotes = specialNotes;
        }

        public String getYesterdayTodo() {
            return yesterdayTodo;
        }

        public void setYesterdayTodo(String yesterdayTodo) {
            this.yesterdayTodo = yesterdayTodo;
        }

        public String getYesterdayRetrospective() {
            return yesterdayRetrospective;
        }

        public void setYesterdayRetrospective(String yesterdayRetrospective) {
            this.yesterdayRetrospective = yesterdayRetrospective;
        }
    }

    static final class TopicRow extends Row {
        private String title = "";
        private String body = "";

        public TopicRow() {}

        TopicRow(int origin, String title, String body) {
            setOrigin(origin);
            this.title = title;
            this.body = body;
        }

        @Override
        boolean isBlank() {
            return title.isBlank() && body.isBlank();
        }

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public String getBody() {
            return body;
        }

        public void setBody(String body) {
            this.body = body;
        }

        public int getLetters() {
            return Texts.letters(body);
        }
    }

    static final class ChallengeRow extends Row {
        private String problem = "";
        private String solution = "";

        public ChallengeRow() {}

        ChallengeRow(int origin, String problem, String solution) {
            setOrigin(origin);
            this.problem = problem;
            this.solution = solution;
        }

        @Override
        boolean isBlank() {
            return problem.isBlank() && solution.isBlank();
        }

        public String getProblem() {
            return problem;
        }

        public void setProblem(String problem) {
            this.problem = problem;
        }

        public String getSolution() {
            return solution;
        }

        public void setSolution(String solution) {
            this.solution = solution;
        }
    }

    static final class ReferenceRow extends Row {
        private String title = "";
        private String url = "";

        public ReferenceRow() {}

        ReferenceRow(int origin, String title, String url) {
            setOrigin(origin);
            this.title = title;
            this.url = url;
        }

        @Override
        boolean isBlank() {
            return title.isBlank() && url.isBlank();
        }

        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public String getUrl() {
            return url;
        }

        public void setUrl(String url) {
            this.url = url;
        }
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = date;
    }

    public String getVersion() {
        return version;
    }

    public void setVersion(String version) {
        this.version = version;
    }

    public boolean isCompare() {
        return compare;
    }

    public void setCompare(boolean compare) {
        this.compare = compare;
    }

    public ScrumRow getScrum() {
        return scrum;
    }

    public void setScrum(ScrumRow scrum) {
        this.scrum = scrum;
    }

    public List<TopicRow> getTopics() {
        return topics;
    }

    public void setTopics(List<TopicRow> topics) {
        this.topics = topics;
    }

    public List<ChallengeRow> getChallenges() {
        return challenges;
    }

    public void setChallenges(List<ChallengeRow> challenges) {
        this.challenges = challenges;
    }

    public String getRetrospective() {
        return retrospective;
    }

    public void setRetrospective(String retrospective) {
        this.retrospective = retrospective;
    }

    public List<ReferenceRow> getReferences() {
        return references;
    }

    public void setReferences(List<ReferenceRow> references) {
        this.references = references;
    }
}
