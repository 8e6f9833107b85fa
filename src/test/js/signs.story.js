import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import * as balancing from '../../main/resources/static/js/labs/load-balancing.js';
import * as failover from '../../main/resources/static/js/labs/failover.js';
import * as scaling from '../../main/resources/static/js/labs/auto-scaling.js';
import * as elb from '../../main/resources/static/js/labs/elb.js';
import { shared } from '../../main/resources/static/js/labs/signs.js';
import { Asking, signAt, signsOf } from '../../main/resources/static/js/scene/asking.js';
import { growing } from '../../main/resources/static/js/scene/layers.js';
import { Pen } from '../../main/resources/static/js/scene/pen.js';
import { recordingContext } from './recording-context.js';
import { sampleElb } from './sample-elb.js';
import { sampleFailover } from './sample-failover.js';
import { sampleScaling } from './sample-scaling.js';
import { sampleTimeline } from './sample-timeline.js';
import { equal, holds, story } from './story.js';

const ruler = recordingContext().context,
  palette = new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? String(name) }),
  look = { palette, words: (key, ...values) => `${key.split('.').at(-1)}${values.length ? ` ${values[0]}` : ''}` };

/** A picture of our own: an area, a line across it and a small mark on both; words beside them. */
function paint(canvas) {
  const pen = new Pen(canvas, palette),
    { g } = pen;
  pen.means('area');
  pen.fill(10, 10, 100, 60, 'grey');
  pen.means('line');
  pen.path([[10, 10], [110, 70]], 'black');
  pen.means('mark');
  pen.cross(60, 40, 3, 'red');
  pen.means('');
  pen.fill(0, 0, 5, 5, 'grey');
  pen.means('words');
  pen.text('twelve', 200, 40, { align: 'right' });
  pen.means('moved');
  g.save();
  g.translate(300, 40);
  g.scale(1, 0.5);
  pen.disc(0, 0, 8, 'blue');
  g.restore();
  pen.means('hidden');
  g.save();
  g.beginPath();
  g.rect(0, 100, 20, 20);
  g.clip();
  pen.fill(0, 100, 400, 20, 'grey');
  g.restore();
}

story('a point means what was painted there last; of a line only what is near it, of what is cut off nothing', () => {
  const at = (x, y) => signAt(paint, ruler, x, y, 2)?.sign ?? null;
  equal([at(20, 60), at(30, 22), at(35, 60), at(60, 40)], ['area', 'line', 'area', 'mark']);
  equal([at(2, 2), at(190, 40), at(205, 40)], [null, 'words', null], 'what nobody named explains nothing, and words end where they end');
  equal([at(304, 42), at(304, 48)], ['moved', null], 'where it was moved to, as flat as it was made');
  equal([at(10, 110), at(200, 110)], ['hidden', null]);
});

story('what is kept on sheets beside the picture is asked as well, and asking keeps nothing', () => {
  let painted = 0;
  const owner = {},
    kept = canvas =>
      growing(new Pen(canvas, palette), owner, 'marks', [0, 0, 50, 50], 3, (own, from, to) => {
        painted += to - from;
        own.means('mark');
        for (let i = from; i < to; i++) own.cross(10 + i * 10, 10, 3, 'red');
      });
  globalThis.OffscreenCanvas = class {
    constructor() {
      throw new Error('a sheet is made');
    }
  };
  try {
    equal([signAt(kept, ruler, 30, 10, 1)?.sign, signAt(kept, ruler, 45, 40, 1), painted], ['mark', null, 6]);
  } finally {
    delete globalThis.OffscreenCanvas;
  }
});

story('of a head the button covers all its words, of other signs the first one that is there', () => {
  const found = signsOf(canvas => {
    const pen = new Pen(canvas, palette);
    for (const [sign, x] of [['column.a', 10], ['dot', 40], ['column.a', 60], ['dot', 90]]) {
      pen.means(sign);
      pen.fill(x, 5, 10, 10, 'grey');
    }
  }, ruler);
  equal([found.get('column.a'), found.get('dot')], [{ x: 10, y: 5, w: 60, h: 10 }, { x: 40, y: 5, w: 10, h: 10 }]);
});

const LABS = [
  {
    lab: balancing,
    runs: [
      sampleTimeline({
        seed: 8,
        rate: 200,
        seconds: 15,
        serviceMillis: 40,
        latencyMillis: 2,
        speeds: [1, 1, 1, 1, 1, 1, 1, 1, 0.5, 0.5, 2, 0.3],
        strategies: ['round-robin', 'least-connections', 'response-time', 'hash'],
        queueLimit: 60,
        checkSeconds: 3,
        at: [
          { atMicros: 0, kind: 'slow', target: 4, factor: 3 },
          { atMicros: 4e6, kind: 'stop', target: 2 },
          { atMicros: 11e6, kind: 'start', target: 2 },
        ],
      }),
    ],
  },
  {
    lab: failover,
    runs: [
      sampleFailover({ topologies: ['single-az', 'multi-az-cluster', 'multi-az-proxy'] }),
      sampleFailover({ outOfReach: -1, balancer: { users: 40, crossZone: 'off' } }),
      sampleFailover({ splitBrain: true, topologies: ['multi-az-instance'] }),
    ],
  },
  {
    lab: elb,
    runs: [
      sampleElb({
        at: [
          { atMicros: 30e6, kind: 'stop', subject: 3 },
          { atMicros: 60e6, kind: 'shut', subject: 1 },
          { atMicros: 90e6, kind: 'fail-zone', subject: 0 },
        ],
      }),
    ],
  },
  { lab: scaling, runs: [sampleScaling({ stopAt: 730, zoneAt: 740, policies: ['fixed', 'simple', 'requests-per-target'] })] },
].map(({ lab, runs }) => ({ lab, runs: runs.map(run => lab.runOf(fromJson(run))) }));
const PLACES = Array.from({ length: 12 }, (_, i) => (i + 0.5) / 12);

/** Everything that is painted in all labs, wide and narrow, all through their runs. @param {(mark: any, lab: any, about: string) => void} tell */
function everything(tell) {
  for (const { lab, runs } of LABS)
    for (const run of runs)
      for (const width of [358, 930]) {
        const L = lab.layout(run, { width }, look);
        for (const place of PLACES) {
          const t = run.durationMicros * place,
            asking = new Asking(ruler, mark => tell(mark, lab, `${width} px at ${t}`));
          lab.draw(asking, run, L, t, { speed: 1 });
          lab.drawScrubber(new Asking(ruler, ({ sign }) => sign && tell({ sign, color: 'none' }, lab, 'the bar of time')), run, { width, height: 92 }, look, t);
        }
      }
}

story('whatever is painted means something that the lab explains: only hairlines and grounds mean nothing', () => {
  const seen = new Map(),
    quiet = new Set(['rule', 'rule2', 'paper', 'sheet']);
  everything(({ sign, kind, color, x, y }, lab, about) => {
    if (!sign && kind !== 'words' && quiet.has(color)) return;
    // the seconds of a time axis are read by everybody
    if (!sign && kind === 'words' && color === 'ink3') return;
    holds(sign, `nobody says what is painted in ${color} (${kind}) at ${x}, ${y}, ${about}`);
    if (!seen.has(lab)) seen.set(lab, new Set([...lab.signs, ...shared].map(([name]) => name)));
    holds(seen.get(lab).has(sign), `${sign} is painted and not on the list of signs, ${about}`);
  });
});

story('every sign but the heads has a picture, heads have none, and no name is there twice', () => {
  for (const { lab } of LABS) {
    const all = [...lab.signs, ...shared];
    equal(new Set(all.map(([name]) => name)).size, all.length);
    for (const [name, picture] of all) {
      equal(!picture, name.startsWith('column.'), name);
      if (!picture) continue;
      const marks = [];
      picture(new Pen(new Asking(ruler, mark => marks.push(mark)), palette));
      holds(marks.length > 0, `${name} is empty`);
      for (const { x, y, w, h } of marks) holds(x >= -1 && y >= -2 && x + w <= 21 && y + h <= 18, `${name} leaves its box: ${x}, ${y}, ${w}, ${h}`);
    }
  }
});
