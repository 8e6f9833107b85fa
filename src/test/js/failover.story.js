import { fromJson } from '../../main/resources/static/js/timeline/decode.js';
import {
  decisions,
  describe,
  draw,
  drawPreview,
  drawRange,
  drawScrubber,
  layout,
  previewLayout,
  runOf,
  touchAt,
} from '../../main/resources/static/js/labs/failover.js';
import { randomStream } from './random-stream.js';
import { recordingContext } from './recording-context.js';
import { sampleFailover } from './sample-failover.js';
import { equal, holds, story } from './story.js';

const look = {
  palette: new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? `colour of ${String(name)}` }),
  words: (key, ...values) => `${key.split('.').at(-1)}${values.length ? ` ${values[0]}` : ''}`,
};
const ALL = ['single-az', 'multi-az-instance', 'multi-az-cluster', 'multi-az-proxy'];
const sample = (how = {}) => runOf(fromJson(sampleFailover(how)));

function pictureAt(run, L, t, speed = 3) {
  const { context, calls } = recordingContext();
  draw(context, run, L, t, { speed });
  return calls;
}

story('failover: the same instant is drawn the same, whichever way one came to it', () => {
  const run = sample({ topologies: ALL }),
    again = sample({ topologies: ALL }),
    L = layout(run, { width: 930 }, look),
    random = randomStream(5),
    wanted = pictureAt(run, L, 86.5e6);
  for (const t of [0, 180e6, ...Array.from({ length: 20 }, () => random() * 180e6)]) pictureAt(run, L, t);
  equal(pictureAt(run, L, 86.5e6), wanted, 'after many seeks');
  equal(pictureAt(again, layout(again, { width: 930 }, look), 86.5e6), wanted, 'as the first picture of a fresh run');
});

/** Where words stand, moved as the context was moved. */
function writtenOn(calls) {
  const written = [];
  let moved = [0, 0];
  for (const [name, ...values] of calls) {
    if (name === 'translate') moved = values;
    else if (name === 'restore') moved = [0, 0];
    else if (name === 'fillText') {
      const [text, x, y, { textAlign, width }] = values,
        left = moved[0] + (textAlign === 'right' ? x - width : textAlign === 'center' ? x - width / 2 : x);
      written.push({ text, left, right: left + width, y: moved[1] + y });
    }
  }
  return written;
}

story('failover: nothing leaves the stage, wide and on the narrowest phone, with few clients and with a hundred', () => {
  for (const [clients, outOfReach] of [[1, 0], [12, 0], [12, -1], [100, 0]]) {
    const run = sample({ topologies: ALL, clients, caching: Math.min(3, clients), outOfReach });
    for (const width of [328, 390, 700, 930, 1200]) {
      const L = layout(run, { width }, look);
      for (const t of [0, 9e6, 30e6, 31.5e6, 60e6, 88e6, 91e6, 140e6, 180e6])
        for (const { text, left, right, y } of writtenOn(pictureAt(run, L, t)))
          holds(left > -8 && right < width + 8 && y <= L.H, `"${text}" at ${left} of ${width}, ${clients} clients, ${t}`);
    }
  }
});

story('failover: what is drawn are numbers, in every arrangement and at every speed', () => {
  const run = sample({ topologies: ALL });
  for (const width of [358, 930])
    for (const speed of [0.01, 3, 60])
      for (const t of [0, 29.99e6, 30e6, 30.01e6, 90e6, 180e6])
        for (const [name, ...values] of pictureAt(run, layout(run, { width }, look), t, speed))
          holds(
            name.endsWith('=') || values.every(v => typeof v !== 'number' || Number.isFinite(v)),
            `${name} ${values} at ${t}, ${width} px, speed ${speed}`,
          );
});

/** Crosses of the client lines are the only strokes of their colour and width. */
function crosses(calls) {
  let color = '',
    width = 0,
    count = 0;
  for (const [name, value] of calls) {
    if (name === 'strokeStyle=') color = value;
    else if (name === 'lineWidth=') width = value;
    else if (name === 'stroke' && color === 'colour of failMark' && width === 1.15) count++;
  }
  return count;
}

story('failover: every write that failed lies as one cross where it failed, and none that has not failed yet', () => {
  const run = sample(),
    L = layout(run, { width: 930 }, look);
  for (const t of [29e6, 40e6, 77e6, 180e6]) {
    const expected = run.lanes.reduce((sum, lane) => sum + lane.fails.filter(at => at <= t).length, 0);
    equal(crosses(pictureAt(run, L, t)), expected, `at ${t / 1e6} s`);
    if (t > 60e6) holds(expected > 100, 'there are many');
  }
});

story('failover: acknowledged writes that are lost are counted one by one, and only while they are nowhere', () => {
  const run = sample(),
    [alone, standby] = run.lanes,
    { columns } = alone,
    after = run.arrival.filter((at, i) => columns.lsn[i] > 0 && at > 9e6 && columns.outcome[i] === 1).length;
  equal(alone.lostAt(29.9e6), 0, 'before the fault');
  equal(alone.lostAt(31e6), after, 'after it');
  equal(standby.lostAt(31e6), 0, 'where a standby has them');
});

story('failover: what only a machine without power holds is out of reach, and neither counted nor drawn as lost', () => {
  const run = sample({ outOfReach: 100e6 }),
    gone = sample(),
    [alone] = run.lanes,
    L = layout(run, { width: 930 }, look),
    count = gone.lanes[0].lostAt(31e6);
  equal([31e6, 99e6, 101e6].map(t => alone.summaryAt(t)).map(({ lost, outOfReach, regained }) => [lost, outOfReach, regained]), [
    [0, count, 0],
    [0, count, 0],
    [0, 0, 0],
  ]);
  const hollow = calls => colouredBy(calls, L, 'strokeRect', 'strokeStyle=', 'colour of failMark'),
    cut = calls => colouredBy(calls, L, 'fillRect', 'fillStyle=', 'colour of slowMark');
  holds(hollow(pictureAt(gone, L, 31e6)) > 20 && cut(pictureAt(gone, L, 31e6)) === 0, 'a lost write is hollow');
  equal(hollow(pictureAt(run, L, 31e6)), 0, 'one out of reach is not');
  holds(cut(pictureAt(run, L, 31e6)) > 40, 'it is cut in two');
  equal(cut(pictureAt(run, L, 101e6)), 0, 'until the zone is back');
  const words = (key, ...values) => `${key}(${values.join('; ')})`;
  holds(describe(run, 31e6, words).includes(`say.out-of-reach(${count})`), describe(run, 31e6, words));
  holds(!describe(run, 101e6, words).includes('out-of-reach'), 'and no longer said');
});

/** How many things as wide as a cell of the log were drawn with this colour on the floors. */
function colouredBy(calls, L, drawn, setting, wanted) {
  let color = '';
  return calls.filter(([name, ...values]) => {
    if (name === setting) [color] = values;
    return name === drawn && color === wanted && values[0] > L.from + L.strip && values[0] < L.to && values[2] > 2.4 && values[2] < 4;
  }).length;
}

story('failover: two machines that take writes have the letter at both gates, and nobody is sent to a dead one', () => {
  const run = sample({ topologies: ['multi-az-instance'], splitBrain: true }),
    plain = sample({ topologies: ['multi-az-instance'] }),
    [lane] = run.lanes,
    said = (of, t, width = 930) => pictureAt(of, layout(of, { width }, look), t).filter(([name]) => name === 'fillText').map(([, text]) => text),
    words = (key, ...values) => `${key}(${values.join('; ')})`;
  equal([lane.writerAt(100e6), lane.otherWriterAt(100e6), lane.otherWriterAt(40e6)], [1, 0, -1]);
  holds(describe(run, 60e6, words).includes('say.writer(a; '), `until the other is promoted it is alone: ${describe(run, 60e6, words)}`);
  holds(!said(run, 60e6).includes('two-writers'), 'two are said only when there are two');
  const gates = of => said(of, 100e6).filter(text => text === 'A').length;
  equal([gates(plain), gates(run)], [1, 2], 'letters');
  for (const width of [328, 930]) {
    holds(said(run, 100e6, width).some(text => text === 'other-primary'), `its role at ${width}`);
    holds(said(run, 100e6, width).some(text => /^(two-writers|short)$/.test(text)), `what that means at ${width}`);
  }
  holds(!said(plain, 100e6).includes('two-writers'), 'as a rule there is one');
  holds(describe(run, 100e6, words).includes('say.other-writer(a)'), describe(run, 100e6, words));
});

story('failover: outage runs from the first failed write, and stands still once a write was acknowledged again', () => {
  const run = sample(),
    [alone, standby] = run.lanes,
    early = standby.summaryAt(60e6),
    late = standby.summaryAt(170e6),
    failed = run.arrival.findIndex((_, i) => run.write[i] && standby.columns.outcome[i] === 2);
  equal([early.first, early.last], [null, null]);
  equal(early.running, 60e6 - run.arrival[failed]);
  holds(late.first > 50e6 && late.last > late.first, `first ${late.first}, last ${late.last}`);
  equal(standby.summaryAt(175e6).first, late.first);
  equal(alone.summaryAt(180e6).first, null, 'nobody comes back to a database without a copy');
});

story('failover: while a guess is open the bar of time shows nothing of the future but what a person does', () => {
  const run = sample(),
    marksOf = withheld => {
      const { context, calls } = recordingContext();
      drawScrubber(context, run, { width: 700, height: 92 }, look, 32e6, withheld);
      return calls;
    };
  const names = calls => calls.filter(([name]) => name === 'fillText').map(([, text]) => text);
  holds(names(marksOf(false)).some(text => text.startsWith('promoted')), 'afterwards it does');
  holds(!names(marksOf(true)).some(text => /promoted|last-back/.test(text)), `names: ${names(marksOf(true))}`);
  holds(names(marksOf(true)).some(text => text.startsWith('fail-zone')), 'the disturbance stands there');
  const shown = calls => calls.filter(([name, , y]) => name === 'rect' && y === 0).map(([, x, , width]) => [x, x + width]),
    now = (32e6 / run.durationMicros) * 700;
  equal(shown(marksOf(false)), [[0, now], [now, 700]], 'lines up to now, and beyond it');
  equal(shown(marksOf(true)), [[0, now]], 'lines up to now');
});

story('failover: what is pressed on the stage is the machine, its zone, the name or a client', () => {
  const run = sample(),
    L = layout(run, { width: 930 }, look),
    y = floor => L.top + L.laneH + L.head + (floor + 0.5) * L.rowH,
    at = (x, where) => touchAt(L, run, x, where, 10e6);
  equal(at(L.from + L.box + 10, y(1)), { kind: 'instance', machine: 1, lane: 1 });
  equal(at(L.from + 4, y(0)), { kind: 'zone', zone: 0, lane: 1 });
  equal(at(L.from + L.box + 10, y(2)), { kind: 'zone', zone: 2, lane: 1 }, 'an empty zone');
  equal(at(L.post, y(1)).kind, 'database');
  equal(at(L.gridX, y(1) - 1.5 * L.grid.pitch - 14), { kind: 'client', client: 0, lane: 1 });
  equal(at(L.linesFrom + 20, y(1)), null);
});

story('failover: in slow motion a commit takes its own time, at other speeds as long as an eye needs', () => {
  const run = sample(),
    [, standby] = run.lanes,
    L = layout(run, { width: 930 }, look),
    lsn = 40,
    logged = standby.log.at[lsn],
    copied = standby.log.on[1][lsn],
    dashed = (t, speed) => pictureAt(run, L, t, speed).filter(([name, , , w, h]) => name === 'fillRect' && w === 4 && h === 8).length;
  holds(dashed(logged + (copied - logged) / 2, 0.001) > 0, 'on its way while it is');
  equal(dashed(copied + 2000, 0.001), 0, 'and no longer');
  holds(dashed(copied + 2000, 3) > 0, 'stretched');
});

story('failover: words for the ear name every lane, and decisions count from the fault', () => {
  const run = sample(),
    words = (key, ...values) => `${key}(${values.join('; ')})`,
    said = describe(run, 100e6, words),
    notes = decisions(run, run.lanes[1], 100e6, words);
  for (const lane of run.lanes) holds(said.includes(lane.topology), `${lane.topology} in: ${said}`);
  equal(notes.length, 3);
  holds(notes.every(note => note.since.startsWith('+')), notes.map(note => note.since).join());
  equal(decisions(run, run.lanes[1], 5e6, words), []);
});

story('failover: the range picture shows only lanes with a documented range', () => {
  const run = sample({ topologies: ALL }),
    { context, calls } = recordingContext();
  drawRange(context, run, { width: 600, height: 110 }, look, 180e6, null);
  equal(calls.filter(([name, text]) => name === 'fillText' && /^(between|under)/.test(text)).length, 2);
  holds(
    calls.every(([name, ...v]) => name.endsWith('=') || v.every(x => typeof x !== 'number' || Number.isFinite(x))),
    'finite',
  );
});

story('failover: the preview shows the same run without a word', () => {
  const run = sample(),
    L = previewLayout(run, 300, look.palette),
    { context, calls } = recordingContext();
  for (const t of [0, 31e6, 90e6]) drawPreview(context, run, L, t);
  equal(calls.filter(([name]) => name === 'fillText').length, 0);
  holds(calls.filter(([name]) => name === 'fillRect').length > 300, 'logs are seen');
});

const WITH_BALANCER = { topologies: ['multi-az-instance', 'multi-az-cluster'], balancer: { users: 40 } };

story('failover: with a load balancer nothing leaves the stage, with one user and with a thousand', () => {
  for (const [users, targets, clients] of [[1, 'both', 1], [40, 'both', 12], [1000, 'a', 100]]) {
    const run = sample({ ...WITH_BALANCER, clients, caching: 0, balancer: { users, targets } });
    for (const width of [328, 390, 700, 930, 1200]) {
      const L = layout(run, { width }, look);
      for (const t of [0, 30e6, 32e6, 62e6, 100e6, 180e6]) {
        const calls = pictureAt(run, L, t);
        for (const { text, left, right, y } of writtenOn(calls))
          holds(left > -8 && right < width + 8 && y <= L.H, `"${text}" at ${left} of ${width}, ${users} users, ${t}`);
        for (const [name, ...values] of calls)
          holds(name.endsWith('=') || values.every(v => typeof v !== 'number' || Number.isFinite(v)), `${name} ${values}`);
      }
    }
  }
});

story('failover: the way in is drawn once above the lanes, and takes nothing from a run without a balancer', () => {
  const run = sample(WITH_BALANCER),
    without = sample({ topologies: WITH_BALANCER.topologies }),
    L = layout(run, { width: 930 }, look),
    plain = layout(without, { width: 930 }, look),
    named = calls => calls.filter(([name, text]) => name === 'fillText' && text === 'name').length;
  equal(without.entrance, null);
  holds(L.top > plain.top + 100 && plain.above === 0, `lanes begin at ${L.top}, without at ${plain.top}`);
  const said = pictureAt(run, L, 10e6).filter(([name]) => name === 'fillText').map(([, text]) => text);
  equal(said.filter(text => text === 'lb → a b').length, 1);
  holds(named(pictureAt(run, L, 10e6)) > named(pictureAt(without, plain, 10e6)), 'it has a name');
});

story('failover: users, nodes and targets tell who is not through, why, and when the name and the health checks found out', () => {
  const { entrance: way, marks } = sample(WITH_BALANCER),
    early = way.summaryAt(29e6),
    silent = way.summaryAt(45e6),
    late = way.summaryAt(175e6);
  equal([early.users.through, early.out, early.atNode, early.atTarget], [40, 0, 0, 0], 'before the fault all are through');
  holds(silent.users.waiting + silent.users.failed > 10 && silent.users['old-node'] === 0, JSON.stringify(silent.users));
  holds(silent.atNode > 20 && silent.atTarget > 10, `at the node ${silent.atNode}, at the target ${silent.atTarget}`);
  holds(way.summaryAt(70e6).users['old-node'] > 3, 'delisted, and still asked');
  equal([late.users.through, late.out], [40, 6]);
  equal(way.nodeAt(0, 45e6), 'silent');
  equal(way.nodeAt(0, 61e6), 'delisted');
  equal([way.trusted(0, 54e6), way.trusted(0, 56e6), way.trusted(1, 170e6)], [true, false, true]);
  equal(
    marks.filter(mark => mark.way).map(({ kind, atMicros }) => [kind, atMicros]),
    [['delisted', 60e6], ['targets-out', 65e6]],
  );
});

story('failover: targets whose only node is silent are sent nothing, and nobody says that they failed a health check', () => {
  const { entrance: way, marks } = sample({ ...WITH_BALANCER, balancer: { users: 40, crossZone: 'off' } });
  equal([way.asked(0, 29e6), way.asked(0, 31e6), way.trusted(0, 31e6), way.asked(1, 31e6)], [true, false, true, true]);
  equal(marks.filter(mark => mark.way).map(({ kind }) => kind), ['delisted']);
});

story('failover: nodes that believe nobody healthy ask everybody, and that is said', () => {
  const { entrance: way, marks } = sample({ ...WITH_BALANCER, balancer: { users: 40, targets: 'a' } });
  equal([way.trusted(0, 100e6), way.asked(0, 100e6), way.failsOpen(1, 100e6)], [false, true, true]);
  equal(marks.filter(mark => mark.way).map(({ kind }) => kind), ['delisted', 'fails-open']);
});

story('failover: requests that failed on the way in lie as crosses in the row of the node or target where they failed', () => {
  const run = sample(WITH_BALANCER),
    { entrance: way } = run,
    L = layout(run, { width: 930 }, look);
  for (const t of [29e6, 50e6, 180e6]) {
    const { atNode, atTarget } = way.summaryAt(t),
      lanes = run.lanes.reduce((sum, lane) => sum + lane.fails.filter((at, i) => at <= t && lane.failedClient[i] >= 0).length, 0);
    equal(crosses(pictureAt(run, L, t)), atNode + atTarget + lanes, `at ${t / 1e6} s`);
  }
});

story('failover: on the way in a floor is its zone and a cell its target', () => {
  const run = sample(WITH_BALANCER);
  for (const width of [390, 930]) {
    const L = layout(run, { width }, look),
      [a, b] = L.band.floors,
      at = (x, y) => touchAt(L, run, x, y, 10e6);
    equal(at(L.from + 5, a), { kind: 'zone', zone: 0 });
    equal(at(L.from + L.box + 5, b), { kind: 'zone', zone: 1 }, 'its node stands and falls with it');
    equal(at(L.band.targetsFrom + L.band.cells.pitch * 1.2, b), { kind: 'client', client: 3 });
    equal(at(L.from - 60, a), null);
    equal(at(L.from + L.box + 10, L.top + L.head + 0.5 * L.rowH).kind, 'instance', 'the lanes are where they are drawn');
  }
});

story('failover: words for the ear tell the way in as well', () => {
  const run = sample(WITH_BALANCER),
    words = (key, ...values) => `${key}(${values.join('; ')})`;
  holds(/say\.way\(b; 40; 0; 6; 12; \d+; \d+\)/.test(describe(run, 175e6, words)), describe(run, 175e6, words));
  holds(!describe(sample(), 175e6, words).includes('say.way'), 'nothing where there is no balancer');
});
