// The page of the failover lab.
import { grouped } from '../../scene/numbers.js';
import { toQuery } from '../conditions.js';
import * as scene from '../failover.js';
import { disturbedAt, openingAround } from '../opening.js';
import { RunPage } from '../run-page.js';
import { FIRST } from './first.js';
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
  scene,
  first: FIRST,
  sliders: {
    writeRate: [0.5, 100, ''],
    clientDnsCache: [1, 3600, 's'],
    azLatency: [0.1, 20, 'ms'],
    replicationLag: [10, 60000, 'ms'],
  },
  // standing still, when much has happened and not all are back; before it where somebody has yet to guess
  opening: (run, calm) => openingAround(run, calm, 6e6, page.withheld ? -6e6 : 54e6),
  onRun(run, _, summary) {
    if (summary) showSummary(summary, { result: $('result'), lost: $('lost-writes'), steps: $('steps') }, page.words);
    seeds.show(run ? toQuery(Object.entries(run.scenario)) : '');
    $('slow').hidden = !run || !disturbedAt(run);
    $('theory').textContent = run ? theory(run, page.words) : '';
  },
  onInstant(run, t) {
    why.show(run, t);
    paintRange(run, t);
  },
  laneName: ({ topology }) => page.words(`option.${topology}`),
  figures: [{ key: 'failed', of: (lane, t) => lane.summaryAt(t).failed, say: grouped }],
});
const why = new Why($('why'), $('why-since'), page.words),
  seeds = new Replications({ button: $('seeds'), state: $('seeds-known') }, page.main.dataset.api, page.words, () =>
    page.player.changed(),
  );
page.touchedBy(Touch);
page.asks(MEASURES, settledAt, disturbedAt);
$('slow').addEventListener('click', () => {
  page.element.choose(SLOW);
  page.player.seek(slowFrom(page.run));
  page.player.play();
});
page.open();

/** Slow motion begins with the last write before the fault, if one is near. */
function slowFrom(run) {
  const fault = disturbedAt(run),
    last = run.events.findLast(at => at < fault - BEFORE) ?? 0;
  return Math.max(0, last > fault - EARLIEST ? last - 5000 : fault - BEFORE);
}

function paintRange(run, t) {
  const canvas = $('range'),
    height = rangeHeight(run, seeds.lanes);
  canvas.hidden = !height;
  const { width } = page.sizeOf(canvas);
  if (!width || !height) return;
  scene.drawRange(page.fit(canvas, width, height), run, { width, height }, page.look, t, seeds.lanes, page.withheld);
}
