// A small made-up run of the auto-scaling lab in the JSON form of a timeline: a day with a rush at noon. It obeys the form of
// the real thing (dictionaries, tables sorted by lane and time, sums that add up), not its model; the model has its own tests.
import { randomStream } from './random-stream.js';

const DICTIONARIES = {
  state: ['requested', 'pending', 'starting', 'checking', 'warming', 'in-service', 'draining', 'stopped', 'terminated', 'failed'],
  cause: [
    'initial',
    'manual',
    'scheduled',
    'alarm-high',
    'alarm-low',
    'target-high',
    'target-low',
    'forecast',
    'replaced-dead',
    'replaced-unhealthy',
    'rebalance',
    'zone-lost',
    'launch-failed',
    'warm-pool',
    'resize',
  ],
  alarm: ['ok', 'high', 'low'],
  part: ['metric', 'alarm', 'boot', 'check', 'rest', 'full'],
  kind: [
    'stop-instance',
    'slow-version',
    'good-version',
    'traffic',
    'desired',
    'fail-zone',
    'repair-zone',
    'no-capacity',
    'capacity-back',
    'suspend',
    'resume',
    'rush',
  ],
};
const SEEN = {
  fixed: { start: 12 },
  simple: { start: 4, high: 80, low: 40, highNeeded: 3, lowNeeded: 15, metric: 'cpu' },
  step: { start: 4, high: 80, low: 40, highNeeded: 3, lowNeeded: 15, metric: 'cpu' },
  'target-tracking': { start: 4, high: 60, low: 42, highNeeded: 3, lowNeeded: 15, metric: 'cpu' },
  'requests-per-target': { start: 4, high: 3600, low: 3240, highNeeded: 3, lowNeeded: 15, metric: 'requests' },
};
const RUSH = 12 * 60;
const ramp = (t, a, b) => {
  const u = Math.min(1, Math.max(0, (t - a) / (b - a)));
  return u * u * (3 - 2 * u);
};

/** @param {{policies?: string[], hours?: number, slot?: number, seed?: number, stopAt?: number, zoneAt?: number}} how minutes */
export function sampleScaling({
  policies = ['fixed', 'simple', 'target-tracking'],
  hours = 24,
  slot = 5,
  seed = 7,
  stopAt = null,
  zoneAt = null,
} = {}) {
  const random = randomStream(seed),
    rows = Math.round((hours * 3600) / slot),
    minutes = i => ((i * slot) / 60) % 1440,
    wander = 0.03,
    demand = [];
  let away = 0;
  for (let i = 0; i < rows; i++) {
    const t = minutes(i),
      day = 200 + 250 * ramp(t, 400, 580) - 330 * ramp(t, 1240, 1400) + 520 * (ramp(t, RUSH, RUSH + 11) - ramp(t, RUSH + 55, RUSH + 90));
    away = 0.97 * away + 0.24 * wander * (random() - 0.5) * 3.4;
    demand.push(Math.round(Math.max(5, day * (1 + away)) * slot));
  }
  const tables = { instances: [], datapoints: [], activities: [], cooldowns: [], waits: [] },
    lanes = policies.map((policy, lane) => laneOf({ policy, lane, demand, slot, random, tables, stopAt, zoneAt })),
    needed = demand.map(n => Math.max(2, Math.ceil(n / slot / 80)));
  let paid = 0;
  const bound = needed.map(n => ({ instances: n, cost: (paid += (n * slot * 118000) / 3600) }));
  const marks = [
    { at: RUSH * 60e6, kind: 'rush', person: 0 },
    ...(stopAt === null ? [] : [{ at: stopAt * 60e6, kind: 'stop-instance', person: 1 }]),
    ...(zoneAt === null ? [] : [{ at: zoneAt * 60e6, kind: 'fail-zone', person: 1 }]),
  ].sort((a, b) => a.at - b.at);
  const fact = name => policies.map(policy => (SEEN[policy][name] === undefined ? '' : String(SEEN[policy][name])));
  return {
    lab: 'auto-scaling',
    durationMicros: hours * 3600e6,
    scenario: {
      policies,
      traffic: 'day',
      duration: `${hours * 3600}s`,
      desired: '12',
      target: '60',
      highThreshold: '80',
      scaleOutBy: '2',
      cooldown: '300s',
      requestsPerTarget: '3600',
      warmPool: '4',
      rushLength: '3600s',
      instanceType: 'm5.large',
      seed: String(seed),
      at: '',
    },
    facts: {
      lanes: policies,
      zones: ['az-a', 'az-b'],
      startClock: ['2026-03-02T00:00+09:00'],
      slotMicros: [String(slot * 1e6)],
      instanceCapacity: ['100'],
      priceMicroUsd: policies.map(() => '118000'),
      objectiveMicros: ['250000'],
      timeoutMicros: ['1000000'],
      min: ['2'],
      max: ['18'],
      desired: ['12'],
      high: fact('high').map(v => v && String(v * 10)),
      low: fact('low').map(v => v && String(v * 10)),
      highNeeded: fact('highNeeded'),
      lowNeeded: fact('lowNeeded'),
      metric: policies.map(policy => SEEN[policy].metric ?? 'none'),
      documentedPrice: ['2026-07-20'],
      seed: [String(seed)],
    },
    dictionaries: DICTIONARIES,
    shared: [
      table('demand', demand, { atMicros: (_, i) => i * slot * 1e6, requests: n => n }),
      table('marks', marks, {
        atMicros: m => m.at,
        kind: m => DICTIONARIES.kind.indexOf(m.kind),
        subject: () => 0,
        value: () => 0,
        person: m => m.person,
      }),
      ...Object.entries(tables).map(([name, list]) => table(name, list, fields(name))),
      table('bound', bound, { instances: b => b.instances, costMicroUsd: b => Math.round(b.cost) }),
      table('capped', [2, 6, 10], { instances: n => n, costMicroUsd: n => n * 1e6, outsideMicros: () => 0 }),
    ],
    lanes,
  };
}

const table = (name, list, columns) => ({
  name,
  rows: list.length,
  columns: Object.entries(columns).map(([column, read]) => ({ name: column, values: list.map(read) })),
});
const FIELDS = {
  instances: ['lane', 'atMicros', 'instance', 'zone', 'state'],
  datapoints: ['lane', 'atMicros', 'value', 'high', 'low', 'alarm'],
  activities: ['lane', 'atMicros', 'endMicros', 'from', 'to', 'cause', 'first', 'second', 'third'],
  cooldowns: ['lane', 'atMicros', 'untilMicros'],
  waits: ['lane', 'atMicros', 'untilMicros', 'part'],
};
const fields = name => Object.fromEntries(FIELDS[name].map(field => [field, row => row[field]]));

function laneOf({ policy, lane, demand, slot, random, tables, stopAt, zoneAt }) {
  const { start, high, low, highNeeded, lowNeeded } = SEEN[policy],
    changes = [],
    fleet = [],
    cause = word => DICTIONARIES.cause.indexOf(word),
    put = (at, instance, state) =>
      changes.push({ lane, atMicros: Math.round(at * 1e6), instance: instance.number, zone: instance.zone, state: DICTIONARIES.state.indexOf(state) });
  let desired = start,
    above = 0,
    under = 0,
    rest = -1,
    busy = 0,
    numbers = 0,
    cost = 0,
    load = 0;
  const launch = (t, ready) => {
    const instance = { number: ++numbers, zone: numbers % 2, from: t, end: Infinity };
    fleet.push(instance);
    if (ready) {
      instance.serves = t;
      put(t, instance, 'in-service');
      return instance;
    }
    const pending = t + 5,
      starting = pending + 18,
      checking = starting + 70 + 20 * random();
    instance.serves = Math.ceil((checking + 10 * random()) / slot) * slot;
    put(t, instance, 'requested');
    put(pending, instance, 'pending');
    put(starting, instance, 'starting');
    put(checking, instance, 'checking');
    put(instance.serves, instance, 'warming');
    put(instance.serves + 180, instance, 'in-service');
    return instance;
  };
  const leave = (t, instance, state) => {
    instance.end = t;
    for (let i = changes.length - 1; i >= 0; i--) if (changes[i].instance === instance.number && changes[i].atMicros > t * 1e6) changes.splice(i, 1);
    put(t, instance, state);
    put(t + 120, instance, 'terminated');
  };
  for (let i = 0; i < start; i++) launch(0, true);
  const act = (t, to, why, numbers, end) => {
    tables.activities.push({
      lane,
      atMicros: Math.round(t * 1e6),
      endMicros: Math.round(end * 1e6),
      from: desired,
      to,
      cause: cause(why),
      first: numbers[0] ?? 0,
      second: numbers[1] ?? 0,
      third: numbers[2] ?? 0,
    });
    desired = to;
    busy = end;
    rest = end + 300;
    if (policy === 'simple') tables.cooldowns.push({ lane, atMicros: Math.round(end * 1e6), untilMicros: Math.round(rest * 1e6) });
  };
  tables.activities.push({ lane, atMicros: 0, endMicros: 0, from: 0, to: start, cause: 0, first: 0, second: 0, third: 0 });
  const read = demand.map((requests, i) => {
    const t = i * slot,
      alive = fleet.filter(x => x.end > t),
      serving = alive.filter(x => x.serves <= t);
    if (stopAt !== null && Math.floor((stopAt * 60) / slot) === i) {
      leave(t, serving[0], 'failed');
      act(t, desired, 'replaced-dead', [serving[0].number], launch(t).serves);
    }
    if (zoneAt !== null && Math.floor((zoneAt * 60) / slot) === i) for (const one of alive.filter(x => x.zone === 0)) leave(t, one, 'failed');
    const n = fleet.filter(x => x.end > t && x.serves <= t).length,
      use = n ? requests / slot / (n * 100) : 9;
    load += Math.min(1, use);
    cost += (alive.length * slot * 118000) / 3600;
    if (high && ((i + 1) * slot) % 60 === 0) {
      const cpu = (load / (60 / slot)) * 100,
        value = policy === 'requests-per-target' ? Math.round(((requests / slot) * 60) / Math.max(1, n)) : cpu,
        known = t + slot;
      above = value > high ? above + 1 : 0;
      under = value < low ? under + 1 : 0;
      load = 0;
      tables.datapoints.push({
        lane,
        atMicros: known * 1e6,
        value: Math.round(value * 10),
        high: above,
        low: under,
        alarm: above >= highNeeded ? 1 : under >= lowNeeded ? 2 : 0,
      });
      const tracks = !policy.startsWith('simple'),
        free = policy === 'simple' ? known >= rest : known >= busy,
        wanted = tracks ? Math.ceil((n * value) / (policy === 'step' ? 60 : high) - 1e-9) : desired + (above ? 2 : -1),
        to = Math.min(18, Math.max(2, wanted));
      if (free && above >= highNeeded && to > desired) {
        const launched = Array.from({ length: to - desired }, () => launch(known));
        act(known, to, tracks ? 'target-high' : 'alarm-high', [Math.round(value * 10), high * 10, highNeeded], launched.at(-1).serves);
      } else if (free && under >= lowNeeded && to < desired) {
        for (const one of alive.slice(-(desired - to))) leave(known, one, 'draining');
        act(known, to, tracks ? 'target-low' : 'alarm-low', [Math.round(value * 10), low * 10, lowNeeded], known + 120);
      }
    }
    const late = use > 0.8;
    return {
      serving: n,
      use: Math.min(1000, Math.round(use * 1000)),
      mean: Math.round(Math.min(1e6, 10000 / Math.max(0.01, 1 - Math.min(0.99, use)))),
      p99: Math.round(Math.min(1e6, 46000 / Math.max(0.01, 1 - Math.min(0.99, use)))),
      failed: use > 1 ? Math.round(requests - n * 100 * slot) : 0,
      outside: late ? slot * 1e6 : 0,
      cost: Math.round(cost),
    };
  });
  if (high) {
    const part = word => DICTIONARIES.part.indexOf(word);
    let at = (RUSH + 4) * 60e6;
    for (const [word, seconds] of [['metric', 80], ['alarm', 120], ['boot', 108], ['check', 9], ['rest', 240], ['full', 120]]) {
      tables.waits.push({ lane, atMicros: at, untilMicros: at + seconds * 1e6, part: part(word) });
      at += seconds * 1e6;
    }
  }
  tables.instances.push(...changes.sort((a, b) => a.atMicros - b.atMicros));
  return table('lane', read, {
    serving: r => r.serving,
    utilizationPermille: r => r.use,
    meanMicros: r => r.mean,
    p99Micros: r => r.p99,
    failed: r => r.failed,
    outsideMicros: r => r.outside,
    costMicroUsd: r => r.cost,
  });
}
