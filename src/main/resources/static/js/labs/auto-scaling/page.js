// The page of the auto-scaling lab.
import { fit } from '../../scene/canvas.js';
import { describe, draw, drawPlane, drawScrubber, layout, runOf, touchAt } from '../auto-scaling.js';
import { Guessing } from '../guessing.js';
import { RunPage } from '../run-page.js';
import { Curve } from './curve.js';
import { MEASURES, settledAt } from './measures.js';
import { PLANE_HEIGHT } from './plane.js';
import { showHistory, showMinutes, showSummary } from './results.js';
import { Sweep } from './sweep.js';
import { theory } from './theory.js';
import { microsOf, momentOf, paceName, spanOf, spelled } from './time.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

const BEFORE = 30 * 60e6, // a run opens so long before what happens in it
  HELD = 4 * 60e6; // and waits so long after it begins for whoever has not guessed
const $ = id => document.getElementById(id);

const page = new RunPage({
  scene: {
    runOf,
    layout,
    draw,
    drawScrubber: (context, run, size, look, t) => drawScrubber(context, run, size, look, t, guessing.withheld),
    describe,
    touchAt,
  },
  sliders: {
    target: [10, 95, ''],
    launchTime: [5, 900, 's'],
    peakRate: [100, 5000, ''],
    desired: [1, 60, ''],
  },
  spell: spelled,
  dial: (run, words) => ({
    clockOf: t => momentOf(run, t, words),
    length: run.durationMicros === 86400e6 ? '24:00' : spanOf(run.durationMicros, words),
    paceName,
    paceUnit: words('per-second'),
  }),
  opening,
  onRun(run, items, summary) {
    if (summary) showSummary(summary, microsOf(summary.scenario.duration) / 1e6, { result: $('result'), enough: $('enough') }, page.words);
    guessing.onRun(run, summary);
    touch.showRun(run, items);
    sweep.show(run);
    curve.show(run);
    if (run) showHistory(run, $('history'), page.words);
    $('minutes').closest('details').hidden = !run;
    $('theory').textContent = run ? theory(run, page.words) : '';
  },
  onInstant(run, t, playing) {
    why.show(run, t);
    touch.showInstant(t);
    guessing.onInstant(run, t, playing);
    paintPlane(run, t);
    if ($('minutes').closest('details').open && !playing) showMinutes(run, t, $('minutes'), page.words);
  },
  onTouch: (thing, place) => touch.open(thing, place),
});
const { main } = page,
  why = new Why($('why'), $('why-demand'), page.words),
  guessing = new Guessing(page, MEASURES, settledAt, run => (happens(run) > 0 ? happens(run) + HELD : undefined)),
  curve = new Curve($('curve'), page.conditions, page.words);
const touch = new Touch(
  { buttons: $('subjects'), menu: $('touch'), list: $('interventions'), hint: $('untouched'), when: $('when') },
  page.words,
  items => page.intervene(items),
  () => page.player.pause(),
);
const sweep = new Sweep(
  { button: $('sweep'), state: $('sweep-known'), table: $('sweep-table'), note: $('sweep-note') },
  main.dataset.api,
  page.words,
  () => page.player.changed(),
);
$('minutes')
  .closest('details')
  .addEventListener('toggle', () => page.player.changed());
page.open();

/** The instant that a run is about: what a person did, or else its rush; 0 where there is neither. */
function happens(run) {
  const later = run.marks.filter(mark => mark.atMicros > 0);
  return (later.find(mark => mark.person) ?? later[0])?.atMicros ?? 0;
}

/** Shortly before it, or, standing still, when much has happened. */
function opening(run, calm) {
  const at = happens(run);
  if (!at) return calm ? run.durationMicros / 2 : 0;
  return Math.max(0, Math.min(run.durationMicros, calm && !guessing.withheld ? at + 20 * 60e6 : at - Math.min(BEFORE, run.durationMicros / 8)));
}

function paintPlane(run, t) {
  const canvas = $('plane'),
    { width } = page.sizeOf(canvas);
  if (!width || !page.due(canvas, t)) return;
  const known = guessing.withheld ? t : run.durationMicros;
  drawPlane(fit(canvas, width, PLANE_HEIGHT), run, { width, height: PLANE_HEIGHT }, page.look, t, sweep.found, known);
}
