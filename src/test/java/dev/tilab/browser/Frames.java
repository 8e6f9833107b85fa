package dev.tilab.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a frame of a lab costs in a browser that paints without a graphics card, in milliseconds: the script's part, and both the
 * script's and the painter's. Every situation of every lab is played for a moment at twelve instants, on a desk and on a phone;
 * the frame that comes there is left out.
 * Run by hand against a running TILab, on an idle machine: {@code java -cp … dev.tilab.browser.Frames http://localhost:8080}.
 */
final class Frames {

    private static final String PLAY = """
            () => {
              const { player, scene } = document.querySelector('lab-player'), all = [], script = [],
                canvases = [...document.querySelectorAll('canvas')].filter(canvas => canvas.clientWidth);
              player.playing = player.onlyTime = true; // as while it plays
              for (let round = 0; round < 2; round++) // the first warms up
                for (let place = 0; place < 12; place++)
                  for (let frame = 0; frame < 10; frame++) {
                    const t = player.lengthMicros * (place + 0.5) / 12 + frame * 16667 * player.speed, from = performance.now();
                    player.tMicros = Math.min(player.lengthMicros, t);
                    scene.draw(player);
                    const drawn = performance.now();
                    for (const canvas of canvases) canvas.getContext('2d').getImageData(0, 0, 1, 1); // until it is painted
                    if (!round || !frame) continue;
                    script.push(drawn - from);
                    all.push(performance.now() - from);
                  }
              player.playing = player.onlyTime = false;
              const share = (list, p) => list.sort((a, b) => a - b)[Math.floor((list.length - 1) * p)].toFixed(1);
              return `median ${share(all, 0.5)}, p95 ${share(all, 0.95)}; the script's part ${share(script, 0.5)}`;
            }""";

    private Frames() {}

    public static void main(String[] arguments) {
        Map<String, Browser.NewContextOptions> screens = new LinkedHashMap<>();
        screens.put("1440×900", new Browser.NewContextOptions().setViewportSize(1440, 900));
        screens.put(
                "390×844 ×3",
                new Browser.NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(3));
        screens.forEach((name, options) -> {
            try (BrowserContext context = Chromium.get().newContext(options.setReducedMotion(ReducedMotion.REDUCE))) {
                Page page = context.newPage();
                for (String address : situations(page, arguments[0])) {
                    page.navigate(address);
                    page.waitForFunction("() => document.querySelector('lab-player')?.scene");
                    System.out.printf("%-11s %-62s %s%n", name, page.title(), page.evaluate(PLAY));
                }
            }
        });
        System.exit(0); // the browser's own threads wait for more
    }

    private static List<String> situations(Page page, String root) {
        List<String> found = new ArrayList<>();
        page.navigate(root + "/labs");
        for (Object address :
                (List<?>) page.evaluate("() => [...document.querySelectorAll('.situations a')].map(a => a.href)")) {
            found.add((String) address);
        }
        return found;
    }
}
