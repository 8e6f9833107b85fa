// Timelines for stories: a small model of targets with queues, stops and health checks, in the JSON form of the wire. It
// need not be the lab's model; it must keep the same promises (first come, first served; marks and outcomes that agree).
import { randomStream } from './random-stream.js';

export const OUTCOMES = ['in-flight', 'completed', 'rejected', 'failed'];
export const REASONS = ['turn', 'only-one', 'smallest', 'tie-in-turn', 'hash', 'random'];
export const KINDS = ['stop', 'start', 'slow', 'taken-out', 'back-in'];

/**
 * @param {{strategies: string[], rate: number, seconds: number, serviceMillis: number, latencyMillis: number, speeds:
 * number[],
 *   clients: number, queueLimit: number, checkSeconds: number, unhealthy: number, healthy: number, seed: number,
 *   at: {atMicros: number, kind: string, target: number, factor?: number}[]}} scenario
 */
export function sampleTimeline(scenario) {
  const s = {
    strategies: ['round-robin', 'least-connections'],
    rate: 20,
    seconds: 20,
    serviceMillis: 100,
    latencyMillis: 0,
    speeds: [1, 1, 1],
    clients: 50,
    queueLimit: 10000,
    checkSeconds: 5,
    unhealthy: 2,
    healthy: 2,
    seed: 1,
    at: [],
    ...scenario,
  };
  const random = randomStream(s.seed),
    length = s.seconds * 1e6,
    arrival = [],
    demand = [],
    client = [];
  for (let t = 0; ;) {
    t += (-Math.log(1 - random()) / s.rate) * 1e6;
    if (t >= length) break;
    arrival.push(Math.floor(t));
    demand.push(Math.max(1, Math.round(-Math.log((1 - random()) * (1 - random())) * s.serviceMillis * 500)));
    client.push(Math.floor(random() ** 2 * s.clients));
  }
  const marks = marksOf(s, length);
  const lanes = s.strategies.map(strategy => laneOf(s, strategy, length, arrival, demand, client, marks));
  const column = (name, values) => ({ name, values });
  return {
    lab: 'load-balancing',
    durationMicros: length,
    scenario: {},
    facts: {
      lanes: s.strategies,
      targets: s.speeds.map((_, k) => `target-${k + 1}`),
      speeds: s.speeds.map(String),
      latencyMicros: [String(s.latencyMillis * 1000)],
      seed: [String(s.seed)],
    },
    dictionaries: { outcome: OUTCOMES, reason: REASONS, kind: KINDS },
    shared: [
      {
        name: 'requests',
        rows: arrival.length,
        columns: [column('arrivalMicros', arrival), column('demandMicros', demand), column('client', client)],
      },
      {
        name: 'marks',
        rows: marks.length,
        columns: [
          column(
            'atMicros',
            marks.map(m => m.atMicros),
          ),
          column(
            'kind',
            marks.map(m => KINDS.indexOf(m.kind)),
          ),
          column(
            'target',
            marks.map(m => m.target),
          ),
          column(
            'value',
            marks.map(m => (m.factor ?? 0) * 1000),
          ),
          column(
            'person',
            marks.map(m => m.person),
          ),
        ],
      },
    ],
    lanes: lanes.map(columns => ({
      name: 'lane',
      rows: arrival.length,
      columns: Object.entries(columns).map(([name, values]) => column(name, values)),
    })),
  };
}

function marksOf(s, length) {
  const marks = s.at.filter(m => m.atMicros < length).map(m => ({ ...m, person: 1 }));
  for (let k = 0; k < s.speeds.length; k++) {
    let known = true,
      good = 0,
      bad = 0;
    for (
      let t = Math.floor(((k + 1) / (s.speeds.length + 1)) * s.checkSeconds * 1e6);
      t < length;
      t += s.checkSeconds * 1e6
    ) {
      if (upAt(s, k, t)) {
        good++;
        bad = 0;
      } else {
        bad++;
        good = 0;
      }
      if (known && bad >= s.unhealthy) {
        known = false;
        marks.push({ atMicros: t, kind: 'taken-out', target: k, person: 0 });
      }
      if (!known && good >= s.healthy) {
        known = true;
        marks.push({ atMicros: t, kind: 'back-in', target: k, person: 0 });
      }
    }
  }
  return marks.sort((a, b) => a.atMicros - b.atMicros);
}

const stateOf = (list, k, t, on, off) => {
  const last = list.findLast(m => m.target === k && m.atMicros <= t && (m.kind === on || m.kind === off));
  return !last || last.kind === on;
};
const upAt = (s, k, t) => stateOf(s.at, k, t, 'start', 'stop');
const nextStop = (s, k, t) => s.at.find(m => m.target === k && m.kind === 'stop' && m.atMicros > t)?.atMicros ?? Infinity;
const factorAt = (s, k, t) => s.at.findLast(m => m.target === k && m.kind === 'slow' && m.atMicros <= t)?.factor ?? 1;

function laneOf(s, strategy, length, arrival, demand, client, marks) {
  const n = arrival.length,
    targets = s.speeds.map(() => ({ free: 0, at: [], mean: 0 })),
    latency = s.latencyMillis * 1000,
    random = randomStream(s.seed + 77);
  const out = { target: [], waitMicros: [], endedMicros: [], outcome: [], reason: [] };
  const looks = {
    'least-connections': (g, t) => g.at.filter(r => r.reply > t).length,
    'response-time': (g, t) => Math.ceil(Math.max(20, g.mean / 1000) / 20) * 20 * (1 + g.at.filter(r => r.reply > t).length),
  }[strategy];
  if (looks)
    s.speeds.forEach((_, k) => {
      out[`seen${k}`] = [];
    });
  let turn = -1;
  for (let i = 0; i < n; i++) {
    const t = arrival[i],
      known = s.speeds.map((_, k) => stateOf(marks, k, t, 'back-in', 'taken-out'));
    const able = s.speeds.map((_, k) => k).filter(k => known[k] || !known.includes(true));
    for (const g of targets) while (g.at.length && g.at[0].reply <= t) g.mean += 0.2 * (g.at.shift().took - g.mean);
    const values = looks && targets.map(g => looks(g, t));
    let k, reason;
    if (able.length === 1) {
      [k] = able;
      reason = 'only-one';
    } else if (looks) {
      const low = Math.min(...able.map(j => values[j])),
        tied = able.filter(j => values[j] === low);
      k = tied.find(j => j > turn) ?? tied[0];
      reason = tied.length > 1 ? 'tie-in-turn' : 'smallest';
    } else if (strategy === 'hash') {
      k = able[(Math.imul(client[i] + 1, 2654435761) >>> 8) % able.length];
      reason = 'hash';
    } else if (strategy === 'random') {
      k = able[Math.floor(random() * able.length)];
      reason = 'random';
    } else {
      k = able.find(j => j > turn) ?? able[0];
      reason = 'turn';
    }
    turn = k;
    if (looks) s.speeds.forEach((_, j) => out[`seen${j}`].push(able.includes(j) ? values[j] : -1));
    const reach = t + latency,
      g = targets[k],
      stop = nextStop(s, k, reach),
      waiting = g.at.filter(r => r.start > reach).length;
    let wait = -1,
      ended = -1,
      outcome = 'in-flight';
    if (!upAt(s, k, reach)) {
      ended = 0;
      outcome = 'failed';
    } else if (waiting >= s.queueLimit && g.free > reach) {
      ended = 0;
      outcome = 'rejected';
    } else {
      const start = Math.max(reach, g.free),
        end = start + Math.max(1, Math.round((demand[i] * factorAt(s, k, start)) / s.speeds[k]));
      wait = start < stop ? start - reach : -1;
      ended = Math.min(end, stop) - reach;
      outcome = end <= stop ? 'completed' : 'failed';
      g.free = Math.min(end, stop);
      g.at.push({ start, reply: reach + ended + latency, took: ended + 2 * latency });
    }
    if (reach + wait > length) wait = -1;
    if (reach + ended + latency > length) outcome = 'in-flight';
    if (reach + ended > length) ended = -1;
    if (reach > length) wait = -1;
    out.target.push(k);
    out.waitMicros.push(wait);
    out.endedMicros.push(ended);
    out.outcome.push(OUTCOMES.indexOf(outcome));
    out.reason.push(REASONS.indexOf(reason));
  }
  return out;
}

/** The binary form of a timeline in JSON form. */
export function encode(json) {
  const bytes = [],
    columns = [];
  const put = (list, value) => {
    let z = value < 0 ? -2 * value - 1 : 2 * value;
    while (z > 127) {
      list.push((z % 128) + 128);
      z = Math.floor(z / 128);
    }
    list.push(z);
  };
  const header = {
    ...json,
    ...Object.fromEntries(
      ['shared', 'lanes'].map(part => [
        part,
        json[part].map(table => ({
          name: table.name,
          rows: table.rows,
          columns: table.columns.map(({ name, values }) => {
            const data = [],
              delta = name === 'arrivalMicros' || name === 'atMicros';
            values.forEach((v, i) => put(data, delta && i ? v - values[i - 1] : v));
            columns.push(data);
            return { name, encoding: delta ? 'delta' : 'plain', bytes: data.length };
          }),
        })),
      ]),
    ),
  };
  const text = new TextEncoder().encode(JSON.stringify(header)),
    size = new Uint8Array(new Uint32Array([text.length]).buffer);
  bytes.push(...[...'TILT'].map(c => c.charCodeAt(0)), 1, ...size);
  const total = bytes.length + text.length + columns.reduce((sum, c) => sum + c.length, 0),
    out = new Uint8Array(total);
  let at = 0;
  for (const part of [bytes, text, ...columns]) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
