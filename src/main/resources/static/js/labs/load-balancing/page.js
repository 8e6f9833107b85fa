// The page of the load-balancing lab.
import { grouped, short } from '../../scene/numbers.js';
import { toQuery } from '../conditions.js';
import * as scene from '../load-balancing.js';
import { disturbedAt, openingAround } from '../opening.js';
import { RunPage } from '../run-page.js';
import { FIRST } from './first.js';
import { MEASURES, quietFor, settledAt } from './measures.js';
import { OtherSeeds } from './other-seeds.js';
import { showSummary } from './results.js';
import { SoFar } from './so-far.js';
import { Theory } from './theory-table.js';
import { Touch } from './touch.js';
import { Why } from './why.js';

const $ = id => document.getElementById(id);
/** Of all lanes; what is not drawn has too many. */
const requestsOf = run => (run ? run.lanes.reduce((sum, lane) => sum + lane.target.length, 0) : Infinity);

const page = new RunPage({
  scene,
  first: FIRST,
  sliders: { rate: [1, 1000, ''], serviceMean: [1, 5000, 'ms'], healthCheckInterval: [5, 300, 's'] },
  chips: { targets: { low: 0.1, high: 10, most: 12, prefix: 't' } },
  opening(run, calm) {
    if (page.withheld && disturbedAt(run) === undefined) return quietFor(run); // before there is an answer to be seen
    return openingAround(run, calm, 2.5e6 * run.pace, (page.withheld ? -2.5e6 : 4.75e6) * run.pace);
  },
  onRun(run, _, summary) {
    if (summary) showSummary(summary, $('result'), $('by-target'), page.words);
    const query = summary ? toQuery(Object.entries(summary.scenario)) : location.search.slice(1); // the page came with it
    theory.show(run);
    if (!run) soFar.hide();
    seeds.show(query, requestsOf(run));
  },
  onInstant(run, t) {
    why.show(run, t);
    soFar.show(run, t);
    seeds.begin(page.withheld);
  },
  onAsked: () => seeds.leave(),
  onAnswered() {
    seeds.stay();
    seeds.begin(page.withheld);
  },
  laneName: ({ strategy }) => page.words(`option.${strategy}`),
  figures: [
    { key: 'failed', of: (lane, t) => lane.summaryAt(t).errors, say: grouped },
    { key: 'p95', of: (lane, t) => lane.summaryAt(t).p95, say: short },
  ],
});
const why = new Why($('why'), $('why-request'), page.words),
  seeds = new OtherSeeds($('result'), { button: $('seeds'), state: $('seeds-known') }, page.main.dataset.api, page.words, lanes =>
    theory.showSeeds(lanes),
  ),
  theory = new Theory($('theory'), $('theory-said'), page.words),
  soFar = new SoFar($('so-far'), page.words);
page.touchedBy(Touch);
page.asks(MEASURES, settledAt, run => disturbedAt(run) ?? quietFor(run));
page.open();
