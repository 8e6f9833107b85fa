package dev.tilab.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** What stories of the journal share: a day, its fields, and the way out of them. */
abstract class JournalStory extends BrowserStory {

    static final String DAY = "# TIL Template\n\n## 날짜: DATE\n\n### 스크럼\n- 오늘 할 일 : 실습\n\n### 새로 배운 내용\n"
            + "#### 주제 1: 상태 확인\n두 번 **연속** 실패해야 제외된다.\n\n### 오늘의 회고\n- 어려웠다.\n";

    static Locator field(Page page, String id) {
        return page.locator("[id='" + id + "']");
    }

    static void done(Page page) {
        page.locator("button[name=action][value=save]").first().click();
    }
}
