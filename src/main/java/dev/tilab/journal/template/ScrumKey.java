package dev.tilab.journal.template;

import java.util.Set;

/** The keys of the scrum block in canonical order, with the words for them in real diaries. */
enum ScrumKey {
    TODO(
            DayField.TODO,
            "오늘 할 일",
            "Today's to-do",
            "오늘의할일",
            "금일할일",
            "오늘할것",
            "todo",
            "todaystodos",
            "today",
            "todotoday"),
    SPECIAL(DayField.SPECIAL_NOTES, "특이사항", "Special notes", "예상되는이슈", "예상이슈", "specialnote", "notes"),
    YESTERDAY(
            DayField.YESTERDAY_TODO,
            "작일 할 일",
            "Yesterday's to-do",
            "작일한일",
            "어제할일",
            "어제한일",
            "어제했던일",
            "전일한일",
            "yesterday"),
    YESTERDAY_RETROSPECTIVE(
            DayField.YESTERDAY_RETROSPECTIVE, "작일 회고", "Yesterday's retrospective", "어제회고", "어제의회고", "전일회고");

    private final DayField field;
    private final String korean;
    private final String english;
    private final Set<String> others;

    ScrumKey(DayField field, String korean, String english, String... others) {
        this.field = field;
        this.korean = korean;
        this.english = english;
        this.others = Set.of(others);
    }

    String name(boolean inKorean) {
        return inKorean ? korean : english;
    }

    /** The field that stands behind it. */
    DayField field() {
        return field;
    }

    /** The key that a label is, or null. */
    static ScrumKey of(Label label) {
        String words = label.words();
        for (ScrumKey key : values()) {
            if (key.others.contains(words) || same(key.korean, words) || same(key.english, words)) {
                return key;
            }
        }
        return null;
    }

    /** {@code 학습 목표 1 :}: a line of today's to-do that keeps its words. */
    static boolean isGoal(Label label) {
        String words = label.words();
        int end = words.length();
        while (end > 0 && DateSpan.isDigit(words.charAt(end - 1))) {
            end--;
        }
        String name = words.substring(0, end);
        return label.colon() && (name.equals("학습목표") || (name.equals("목표") && end < words.length()));
    }

    private static boolean same(String name, String words) {
        int at = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            if (Label.isWord(c) && (at >= words.length() || words.charAt(at++) != c)) {
                return false;
            }
        }
        return at == words.length();
    }
}
