// The page of the load-balancing lab.
import { describe, draw, drawScrubber, layout, runOf, touchAt } from '../load-balancing.js';
import { RunPage } from '../run-page.js';
import { showPaired, showSummary } from './results.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

const $ = id => document.getElementById(id);

const page = new RunPage({
  scene: { runOf, layout, draw, drawScrubber, describe, touchAt },
  sliders: { rate: [1, 1000, ''], serviceMean: [1, 5000, 'ms'], healthCheckInterval: [5, 300, 's'] },
  opening,
  onRun(run, items, summary) {
    if (summary) showSummary(summary, $('result'), $('by-target'), page.words);
    showPaired(run, $('result'), page.words);
    touch.showRun(run, items);
  },
  onInstant(run, t) {
    why.show(run, t);
    touch.showInstant(t);
  },
  subject: ({ target }) => `target-${target + 1}`,
  onTouch: (hit, place) => touch.open(hit.target, place),
});
const why = new Why($('why'), $('why-request'), page.words);
const touch = new Touch(
  { buttons: $('subjects'), menu: $('touch'), list: $('interventions'), hint: $('untouched'), when: $('when') },
  page.words,
  items => page.intervene(items),
  () => page.player.pause(),
);
page.open();

/** Shortly before the first thing happens, or, standing still, after it. */
function opening({ marks, durationMicros, pace }, calm) {
  const happens = marks.find(m => m.person && m.atMicros > 0)?.atMicros;
  if (happens === undefined) return calm ? durationMicros * 0.4 : 0;
  return calm ? Math.min(durationMicros, happens + 4.75e6 * pace) : Math.max(0, happens - 2.5e6 * pace);
}
