package dev.tilab.journal.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a section of the template is for, in canonical order, with the names that its heading has in real diaries. */
enum Role {
    SCRUM(DaySection.SCRUM, "스크럼", "Scrum", "데일리스크럼", "오늘의스크럼", "dailyscrum"),
    LEARNED(
            DaySection.TOPICS,
            "새로 배운 내용",
            "What I learned",
            "오늘배운내용",
            "오늘새로배운내용",
            "오늘의학습내용",
            "학습내용",
            "공부한내용",
            "오늘공부한내용",
            "todayilearned",
            "whatilearnedtoday"),
    CHALLENGES(
            DaySection.CHALLENGES,
            "오늘의 도전 과제와 해결 방법",
            "Challenges and how they were solved",
            "오늘의도전과제해결방법",
            "오늘의도전과제및해결방법",
            "오늘의도전과제",
            "도전과제와해결방법",
            "도전과제및해결방법",
            "도전과제",
            "오늘의이슈와해결방법",
            "오늘의이슈",
            "트러블슈팅",
            "troubleshooting",
            "challenges",
            "challengesandsolutions"),
    RETROSPECTIVE(
            DaySection.RETROSPECTIVE,
            "오늘의 회고",
            "Retrospective",
            "오늘회고",
            "금일회고",
            "하루회고",
            "회고",
            "느낀점",
            "오늘느낀점",
            "todaysretrospective"),
    REFERENCES(
            DaySection.REFERENCES,
            "참고 자료 및 링크",
            "References",
            "참고자료",
            "참고링크",
            "참고자료와링크",
            "reference",
            "referencesandlinks");

    private static final Set<String> EXTRAS = Set.of(
            "오늘의기록",
            "오늘한일",
            "오늘한작업",
            "오늘의작업",
            "학습계획",
            "오늘하루진행한작업",
            "학습키워드한줄정리",
            "오늘푼문제링크",
            "주간목표",
            "월별목표",
            "목표",
            "오늘의목표",
            "학습목표",
            "오늘할일",
            "내일할일",
            "개선할점",
            "개선점",
            "goal",
            "goals",
            "todaysgoals",
            "plan",
            "plans",
            "todo",
            "todos",
            "tomorrow",
            "nextsteps");

    /**
     * Words that are sections in one diary and a topic's own headings in the next: sections only where they stand as high as the
     * section before them.
     */
    private static final Map<String, Role> COMMON = common();

    /** Too common a word to open a section of its own before any section of the template is seen. */
    private static final String RESULT = "결과";

    private static final Set<String> TITLES = Set.of("til", "tiltemplate", "todayilearned", "todayilearn");

    private final DaySection section;
    private final String korean;
    private final String english;
    private final Set<String> names;

    Role(DaySection section, String korean, String english, String... others) {
        this.section = section;
        this.korean = korean;
        this.english = english;
        this.names = new LinkedHashSet<>(List.of(others));
        names.add(reduced(korean));
        names.add(reduced(english));
    }

    /** What stands in it as fields. */
    DaySection section() {
        return section;
    }

    /** The one of which the fields are; null for sections of one's own. */
    static Role of(DaySection section) {
        return Stream.of(values())
                .filter(role -> role.section == section)
                .findFirst()
                .orElse(null);
    }

    /** The heading of a new section. */
    String heading(boolean inKorean) {
        return inKorean ? korean : english;
    }

    /** What a label names: nothing, one section, or several that share a heading. */
    static List<Role> of(Label label) {
        String whole = label.words().replace("&", "");
        Role single = named(whole);
        if (single != null) {
            return List.of(single);
        }
        List<Role> roles = new ArrayList<>();
        for (String name : label.names()) {
            Role role = named(name);
            if (role == null) {
                return List.of();
            }
            if (!roles.contains(role)) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** What a label in everyday words names, where it stands as high as a section. */
    static List<Role> commonly(Label label) {
        Role role = COMMON.get(label.words());
        return role == null ? List.of() : List.of(role);
    }

    private static Map<String, Role> common() {
        Map<String, Role> common = new HashMap<>();
        List.of("오늘배운것", "배운것", "배운점", "배운내용", "오늘배운점", "알게된점", "새로알게된점", "learned", "learnings", "ilearned", "학습")
                .forEach(name -> common.put(name, LEARNED));
        List.of(
                        "어려웠던점",
                        "어려운점",
                        "문제점",
                        "오늘의문제",
                        "막힌점",
                        "문제와해결",
                        "문제해결",
                        "blocker",
                        "blockers",
                        "problem",
                        "problems",
                        "issues",
                        "difficulties")
                .forEach(name -> common.put(name, CHALLENGES));
        List.of(
                        "느낀점",
                        "배우고느낀점",
                        "kpt",
                        "kpt회고",
                        "reflection",
                        "reflections",
                        "todaysreflection",
                        "retro",
                        "thoughts",
                        "소감")
                .forEach(name -> common.put(name, RETROSPECTIVE));
        List.of(
                        "참고",
                        "출처",
                        "링크",
                        "참고문헌",
                        "참고사이트",
                        "link",
                        "links",
                        "resource",
                        "resources",
                        "source",
                        "sources",
                        "furtherreading")
                .forEach(name -> common.put(name, REFERENCES));
        return Map.copyOf(common);
    }

    static boolean isExtra(Label label, boolean afterSection) {
        String whole = label.words();
        return EXTRAS.contains(whole) || (afterSection && whole.equals(RESULT));
    }

    static boolean isTitle(Label label) {
        return TITLES.contains(label.words());
    }

    /** The section that has the reduced name in the template, or null. */
    static Role named(String name) {
        for (Role role : values()) {
            if (role.names.contains(name)) {
                return role;
            }
        }
        if (name.startsWith("새로배운내용") && name.contains("언어로")) {
            return LEARNED;
        }
        boolean links = name.endsWith("정리링크");
        return links && (name.startsWith("블로그") || name.startsWith("노션") || name.startsWith("깃")) ? REFERENCES : null;
    }

    private static String reduced(String heading) {
        Folded folded = Folded.of(heading);
        return Label.of(folded, 0, folded.length()).words();
    }
}
