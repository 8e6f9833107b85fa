import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import * as balancing from '../../main/resources/static/js/labs/load-balancing.js';
import * as failover from '../../main/resources/static/js/labs/failover.js';
import * as scaling from '../../main/resources/static/js/labs/auto-scaling.js';
import { recordingContext } from './recording-context.js';
import { sampleFailover } from './sample-failover.js';
import { sampleScaling } from './sample-scaling.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, holds, story } from './story.js';

/** The keys of what was written. */
const said = [];
const look = {
  palette: new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? `colour of ${String(name)}` }),
  words: (key, ...values) => {
    said.push(key);
    if (key === 'rows') return `${values[0]}`; // beside the paper, where few signs have room
    if (key === 'requests') return 'req';
    return `${key.split('.').at(-1)}${values.length ? ` ${values[0]}` : ''}`;
  },
};
const balanced = balancing.runOf(
  fromJson(
    sampleTimeline({
      seed: 3,
      rate: 9,
      seconds: 20,
      serviceMillis: 300,
      speeds: [1, 1, 0.4, 1, 1],
      strategies: ['round-robin', 'least-connections', 'hash'],
      at: [{ atMicros: 4e6, kind: 'stop', target: 1 }],
    }),
  ),
);

function picture(lab, run, width, mask, t, player) {
  const { context, calls } = recordingContext(),
    L = lab.layout(run, { width }, look, mask);
  said.length = 0;
  lab.draw(context, run, L, t, player);
  return { L, calls, said: [...said] };
}

/** Nothing outside but what is cut off there, and nothing that is not a number. */
function inside({ L, calls }, about) {
  let moved = 0, // what is written where the context was moved to
    cut = false;
  for (const [name, ...v] of calls) {
    if (name === 'translate') moved++;
    if (name === 'clip') cut = true;
    if (name === 'restore') [moved, cut] = [0, false];
    const say = `${about}: ${name} ${JSON.stringify(v)} on ${L.W} × ${L.H}`;
    if (!name.endsWith('=')) holds(v.every(x => typeof x !== 'number' || Number.isFinite(x)), `not a number, ${say}`);
    if (name === 'fillRect' && !cut) holds(v[0] >= -1 && v[0] + v[2] <= L.W + 5 && v[1] >= -1 && v[1] + v[3] <= L.H + 1, `outside, ${say}`);
    if (name === 'fillText' && !moved) {
      const { width, textAlign } = v[3],
        left = v[1] - { left: 0, center: width / 2, right: width }[textAlign];
      holds(left >= -3 && left + width <= L.W + 3 && v[2] >= 4 && v[2] <= L.H, `cut off, ${say}`);
    }
  }
}

story('load balancing: five boxes and what comes to them, without a number, fill the stage of one lane', () => {
  const mask = { lanes: [0], parts: ['requests', 'targets'] };
  for (const width of [328, 358, 700, 930, 1400]) {
    const shown = picture(balancing, balanced, width, mask, 9e6),
      whole = picture(balancing, balanced, width, undefined, 9e6);
    inside(shown, `${width} px`);
    equal(shown.said.filter(key => /option|errors|imbalance|sees|use|response/.test(key)), [], `${width} px: no words of other parts`);
    holds(shown.L.rowH > whole.L.rowH && shown.L.dot > whole.L.dot, `${width} px: larger than on the whole stage`);
    if (width >= 640) holds(shown.L.server > whole.L.server, `${width} px: the columns take the room of those that are not there`);
    const right = Math.max(...shown.calls.filter(([name]) => name === 'strokeRect').map(([, x, , w]) => x + w));
    holds(right > width * 0.55, `${width} px: no hole beside the boxes, which end at ${right}`);
  }
});

story('load balancing: a mask of any part alone draws inside the stage, and the whole is what it was', () => {
  const parts = ['name', 'imbalance', 'balancer', 'requests', 'sees', 'targets', 'use', 'times', 'errors'];
  for (const width of [358, 930])
    for (const part of parts) inside(picture(balancing, balanced, width, { parts: [part] }, 9e6), `${part} at ${width} px`);
  const all = picture(balancing, balanced, 930, { lanes: [0, 1, 2], parts }, 9e6);
  equal(all.calls, picture(balancing, balanced, 930, undefined, 9e6).calls, 'everything named is everything');
});

story('load balancing: the rule of a lane is written where no figure stands, whichever are shown', () => {
  const rule = 'the rule of this lane in a great many words, far too many for a place beside its name';
  for (const parts of [['name', 'times'], ['name', 'imbalance', 'requests'], ['name', 'errors'], undefined])
    for (const width of [700, 930, 1400]) {
      const { context, calls } = recordingContext(),
        words = key => (key.endsWith('.how') ? rule : look.words(key)),
        L = balancing.layout(balanced, { width }, { ...look, words }, { parts });
      balancing.draw(context, balanced, L, 9e6);
      const head = calls.filter(([name, , , y]) => name === 'fillText' && y < L.top + 30 && y > L.top),
        ends = head.filter(([, text]) => text === rule).map(([, , x, , { width: wide }]) => x + wide),
        starts = head.map(([, , x, , { textAlign, width: wide }]) => (textAlign === 'right' ? x - wide : x)).filter(x => x > 300);
      for (const end of ends) for (const start of starts) holds(end < start, `${parts} at ${width} px: ${end} over ${start}`);
    }
});

story('load balancing: what is pressed is the target of the lane that is shown there, and nobody where no target is', () => {
  const L = balancing.layout(balanced, { width: 930 }, look, { lanes: [2], parts: ['targets', 'requests'] }),
    y = L.top + L.head + 1.5 * L.rowH;
  equal(balancing.touchAt(L, balanced, L.server + 4, y, 0), { lane: 2, target: 1 });
  equal(balancing.touchAt(L, balanced, L.queueFrom, y, 0), null, 'before its box');
  const bare = balancing.layout(balanced, { width: 930 }, look, { parts: ['requests'] });
  equal(balancing.touchAt(bare, balanced, bare.server + 4, y, 0), null, 'a target that is not drawn');
});

const failed = failover.runOf(fromJson(sampleFailover({ topologies: ['single-az', 'multi-az-instance', 'multi-az-cluster'] }))),
  PLAYER = { speed: 3 };

story('failover: one zone, its clients and a cell for a commit fill the stage of one lane', () => {
  const mask = { lanes: [0], parts: ['clients', 'zones', 'commits'] };
  for (const width of [328, 358, 700, 930, 1400])
    for (const t of [20e6, 90e6]) {
      const shown = picture(failover, failed, width, mask, t, PLAYER),
        whole = picture(failover, failed, width, undefined, t, PLAYER),
        about = `${width} px at ${t}`;
      inside(shown, about);
      equal(shown.said.filter(key => /option|head|phase|column.(name|lost)|empty/.test(key)), [], `${about}: no words of other parts`);
      const floors = calls => calls.filter(([name, x]) => name === 'strokeRect' && x === shown.L.from + 0.5);
      equal([shown.L.rows, floors(shown.calls).length], [1, 1], `${about}: floors on which never a machine stands are not there`);
      holds(shown.L.rowH > 1.5 * whole.L.rowH, `${about}: its floor is higher than one of three`);
      holds(shown.L.to > width * 0.9, `${about}: no hole where the client lines were`);
    }
});

story('failover: a lower stage is drawn where the window leaves less room, and never higher rows than one can use', () => {
  const parts = ['clients', 'zones', 'commits', 'requests', 'name'],
    high = room => failover.layout(failed, { width: 930 }, look, { parts, room }).H;
  holds(high(400) < high(undefined) && high(400) < 440, `${high(400)} px of ${high(undefined)}`);
  equal(high(3000), high(2000), 'in a window without end');
});

story('failover: a mask of any part alone draws inside the stage, and the whole is what it was', () => {
  const parts = ['way', 'name', 'lost', 'outage', 'clients', 'requests', 'signpost', 'empty', 'zones', 'commits', 'lines'],
    behind = failover.runOf(fromJson(sampleFailover({ topologies: ['multi-az-instance', 'multi-az-cluster'], balancer: { users: 40 } })));
  for (const run of [failed, behind])
    for (const width of [358, 930])
      for (const part of parts) inside(picture(failover, run, width, { parts: [part] }, 90e6, PLAYER), `${part} at ${width} px`);
  const lines = picture(failover, behind, 930, { parts: ['lines'] }, 90e6, PLAYER);
  equal([lines.L.band, lines.L.above], [null, 0], 'no band where the way in is not shown');
  for (const run of [failed, behind])
    equal(
      picture(failover, run, 930, { parts }, 90e6, PLAYER).calls,
      picture(failover, run, 930, undefined, 90e6, PLAYER).calls,
      'everything named is everything',
    );
});

story('failover: on a masked stage the machine, its zone and a client are where they are drawn', () => {
  const L = failover.layout(failed, { width: 930 }, look, { lanes: [1], parts: ['clients', 'zones'] }),
    y = floor => L.top + L.head + (floor + 0.5) * L.rowH,
    at = (x, where) => failover.touchAt(L, failed, x, where, 10e6);
  equal(at(L.from + L.box + 10, y(1)), { kind: 'instance', machine: 1, lane: 1 });
  equal(at(L.from + 4, y(0)), { kind: 'zone', zone: 0, lane: 1 });
  holds(at(L.post, L.top + L.head + L.middle)?.kind !== 'database', 'the signpost is not there');
  equal(at(L.from + 4, L.H + 5), null);
  const named = failover.layout(failed, { width: 930 }, look, { lanes: [1], parts: ['clients', 'signpost'] }),
    on = x => failover.touchAt(named, failed, x, named.top + named.head + named.middle, 10e6)?.kind;
  equal([on(named.post), on(named.post - 60), on(named.post + 60)], ['database', undefined, undefined]);
});

const scaled = scaling.runOf(fromJson(sampleScaling({ policies: ['fixed', 'simple', 'target-tracking', 'requests-per-target'], stopAt: 730 }))),
  RUSH = 12.2 * 3600e6;

story('auto scaling: the paper of one lane and the fleet beside it, without a figure, fill the stage', () => {
  const mask = { lanes: [1], parts: ['paper', 'fleet'] };
  for (const width of [328, 358, 700, 930, 1400]) {
    const shown = picture(scaling, scaled, width, mask, RUSH),
      whole = picture(scaling, scaled, width, undefined, RUSH);
    inside(shown, `${width} px`);
    equal(shown.said.filter(key => /option|rule|head|state|alarm|cpu|short|outside/.test(key)), [], `${width} px: no words of other parts`);
    holds(shown.L.chart > whole.L.chart && shown.L.u >= whole.L.u, `${width} px: higher than one lane of four`);
    if (width >= 640) holds(shown.L.x1 - shown.L.x0 > 1.3 * (whole.L.x1 - whole.L.x0), `${width} px: the paper takes the room of figures`);
    holds(shown.L.now0 + shown.L.nowW > width * 0.85, `${width} px: no hole at the right`);
  }
});

story('auto scaling: a mask of any part alone draws inside the stage, and the whole is what it was', () => {
  const parts = ['name', 'states', 'numbers', 'paper', 'wait', 'activities', 'metric', 'fleet', 'alarms', 'now', 'near'];
  for (const width of [328, 358, 640, 930])
    for (const part of parts) inside(picture(scaling, scaled, width, { parts: [part] }, RUSH), `${part} at ${width} px`);
  for (const width of [358, 930])
    equal(picture(scaling, scaled, width, { parts }, RUSH).calls, picture(scaling, scaled, width, undefined, RUSH).calls, 'everything named is everything');
});

story('auto scaling: what lies on the paper is on it once, whichever of its parts are shown', () => {
  const paper = parts => picture(scaling, scaled, 930, { parts }, RUSH).calls,
    clocks = calls => calls.filter(([name, text]) => name === 'fillText' && /^\d\d:\d\d$/.test(text)).map(([, text]) => text),
    discs = calls => calls.filter(([name, , , r]) => name === 'arc' && r < 3).length;
  for (const parts of [undefined, ['paper'], ['activities'], ['metric'], ['metric', 'activities'], ['paper', 'metric']]) {
    const told = clocks(paper(parts));
    holds(told.length > 3 && new Set(told).size === told.length, `${parts}: ${told}`);
  }
  equal(clocks(paper(['fleet', 'name'])), [], 'no clock without paper');
  equal(discs(paper(['metric'])), discs(paper(['paper', 'metric'])), 'a dot for every datapoint');
  equal(discs(paper(['paper'])), 0);
});

story('auto scaling: what is pressed is the fleet of the lane that is shown there', () => {
  const L = scaling.layout(scaled, { width: 930 }, look, { lanes: [2], parts: ['paper', 'fleet'] }),
    y = L.top + L.head + L.chart - L.u / 2;
  equal(scaling.touchAt(L, scaled, L.now0 + 5, y, RUSH), { kind: 'box', zone: scaled.lanes[2].rows.stackAt(RUSH)[0].zone, lane: 2 });
  equal(scaling.touchAt(L, scaled, L.x1 - 30, y, RUSH), null, 'the paper is the past');
  const bare = scaling.layout(scaled, { width: 930 }, look, { parts: ['paper'] });
  equal(scaling.touchAt(bare, scaled, bare.now0 + 5, y, RUSH), null, 'a fleet that is not drawn');
});
