// The page of the failover lab.
import { fit } from '../../scene/canvas.js';
import { toQuery } from '../conditions.js';
import { describe, draw, drawRange, drawScrubber, layout, runOf, touchAt } from '../failover.js';
import { Guessing } from '../guessing.js';
import { RunPage } from '../run-page.js';
import { rangeHeight } from './range.js';
import { Replications } from './replications.js';
import { showSummary } from './results.js';
import { MEASURES, settledAt } from './measures.js';
import { theory } from './theory.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

const SLOW = 0.01,
  BEFORE = 30_000, // µs before the fault at which slow motion begins at the latest
  EARLIEST = 100_000; // and at the earliest, to show a commit that went well
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
    writeRate: [0.5, 100, ''],
    clientDnsCache: [1, 3600, 's'],
    azLatency: [0.1, 20, 'ms'],
    replicationLag: [10, 60000, 'ms'],
  },
  opening,
  onRun(run, items, summary) {
    if (summary) showSummary(summary, { result: $('result'), lost: $('lost-writes'), steps: $('steps') }, page.words);
    guessing.onRun(run, summary);
    touch.showRun(run, items);
    seeds.show(run ? toQuery(Object.entries(run.scenario)) : '');
    $('slow').hidden = !run || !faultOf(run);
    $('theory').textContent = run ? theory(run, page.words) : '';
  },
  onInstant(run, t, playing) {
    why.show(run, t);
    touch.showInstant(t);
    guessing.onInstant(run, t, playing);
    paintRange(run, t);
  },
  onTouch: (thing, place) => touch.open(thing, place),
});
const { main } = page,
  why = new Why($('why'), $('why-since'), page.words),
  guessing = new Guessing(page, MEASURES, settledAt, faultOf);
const touch = new Touch(
  { buttons: $('subjects'), menu: $('touch'), list: $('interventions'), hint: $('untouched'), when: $('when') },
  page.words,
  items => page.intervene(items),
  () => page.player.pause(),
);
const seeds = new Replications(
  { button: $('seeds'), state: $('seeds-known') },
  main.dataset.api,
  page.words,
  () => page.player.changed(),
);
$('slow').addEventListener('click', () => {
  page.element.choose(SLOW);
  page.player.seek(slowFrom(page.run));
  page.player.play();
});
page.open();

/** Shortly before the first thing happens, or, standing still, when much has happened and not all are back. */
function opening(run, calm) {
  const fault = faultOf(run);
  if (fault === undefined) return calm ? run.durationMicros * 0.4 : 0;
  return calm && !guessing.withheld ? Math.min(run.durationMicros, fault + 54e6) : Math.max(0, fault - 6e6);
}

/** The instant of the first disturbance. */
function faultOf(run) {
  return run.marks.find(mark => mark.person && mark.atMicros > 0)?.atMicros;
}

/** Slow motion begins with the last write before the fault, if one is near. */
function slowFrom(run) {
  const fault = faultOf(run),
    last = run.events.findLast(at => at < fault - BEFORE) ?? 0;
  return Math.max(0, last > fault - EARLIEST ? last - 5000 : fault - BEFORE);
}

function paintRange(run, t) {
  const canvas = $('range'),
    height = rangeHeight(run, seeds.lanes);
  canvas.hidden = !height;
  const { width } = page.sizeOf(canvas);
  if (!width || !height) return;
  drawRange(fit(canvas, width, height), run, { width, height }, page.look, t, seeds.lanes, guessing.withheld);
}
