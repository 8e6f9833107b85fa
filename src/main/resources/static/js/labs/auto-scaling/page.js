// The page of the auto-scaling lab.
import { grouped } from '../../scene/numbers.js';
import * as scene from '../auto-scaling.js';
import { RunPage } from '../run-page.js';
import { Curve } from './curve.js';
import { FIRST } from './first.js';
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
  scene,
  first: FIRST,
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
  onRun(run, _, summary) {
    if (summary) showSummary(summary, microsOf(summary.scenario.duration) / 1e6, { result: $('result'), enough: $('enough') }, page.words);
    sweep.show(run);
    curve.show(run);
    if (run) showHistory(run, $('history'), page.words);
    $('minutes').closest('details').hidden = !run;
    $('theory').textContent = run ? theory(run, page.words) : '';
  },
  onInstant(run, t, playing) {
    why.show(run, t);
    paintPlane(run, t);
    if ($('minutes').closest('details').open && !playing) showMinutes(run, t, $('minutes'), page.words);
  },
  laneName: ({ policy }) => page.words(`option.${policy}`),
  figures: [
    { key: 'failed', of: (lane, t) => lane.summaryAt(t).failed, say: grouped },
    { key: 'outside', of: (lane, t) => lane.summaryAt(t).outside, say: seconds => `${grouped(Math.round(seconds))} s` },
  ],
});
const why = new Why($('why'), $('why-demand'), page.words),
  curve = new Curve($('curve'), page.conditions, page.words);
const sweep = new Sweep(
  { button: $('sweep'), state: $('sweep-known'), table: $('sweep-table'), note: $('sweep-note') },
  page.main.dataset.api,
  page.words,
  () => page.player.changed(),
);
page.touchedBy(Touch);
page.asks(MEASURES, settledAt, run => (happens(run) > 0 ? happens(run) + HELD : undefined));
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
  return Math.max(0, Math.min(run.durationMicros, calm && !page.withheld ? at + 20 * 60e6 : at - Math.min(BEFORE, run.durationMicros / 8)));
}

function paintPlane(run, t) {
  const canvas = $('plane'),
    { width } = page.sizeOf(canvas);
  if (!width || !page.due(canvas, t)) return;
  const known = page.withheld ? t : run.durationMicros;
  scene.drawPlane(page.fit(canvas, width, PLANE_HEIGHT), run, { width, height: PLANE_HEIGHT }, page.look, t, sweep.found, known);
}
