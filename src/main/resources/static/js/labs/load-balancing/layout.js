import { clamp } from '../../scene/ease.js';

const ROOM = 652; // px: all lanes together, so that stage and transport share a screen of 900 px

/**
 * Where everything stands. Three arrangements: wide, narrow (under 640 px: the distribution moves under its lane), and in
 * both
 * the rows of targets draw nearer the more there are.
 * @param {{width: number}} size
 * @param {{palette: object, words: (key: string, ...values) => string}} look what draw() writes and paints with
 */
export function layout(run, size, look) {
  const lanes = run.lanes.length,
    targets = run.targets.length,
    { width: W } = size;
  const L = W < 640 ? narrow(W, lanes, targets) : wide(W, lanes, targets);
  return { ...L, ...look, W, lanes, targets, H: L.top + lanes * L.laneH + (L.foot || 0) };
}

function wide(W, lanes, targets) {
  const spare = head => (ROOM - lanes * (head + 20)) / (lanes * targets),
    dense = spare(36) < 14;
  const head = dense ? 25 : 36,
    below = dense ? 6 : 20;
  const rowH = clamp((ROOM - lanes * (head + below)) / (lanes * targets), 11, 22),
    rows = rowH * targets;
  const sv = Math.round(W * 0.512),
    svW = W < 820 ? 34 : 42;
  return {
    mode: 'wide',
    dense,
    top: 24,
    head,
    rowH,
    laneH: head + rows + below,
    foot: dense ? 16 : 0,
    arrivals: 0,
    balancer: W * 0.13,
    fan: W * 0.187,
    seen: W * 0.23,
    queueFrom: W * 0.25,
    queueTo: sv - 6,
    server: sv,
    serverW: svW,
    serverH: Math.min(15, rowH - 2.5),
    label: sv + svW + 9,
    use: W * 0.712,
    distFrom: W * 0.735,
    distTo: W * 0.915,
    distY: head + rows - 1,
    distH: Math.max(34, rows - 4),
    axisOn: dense ? 'last' : 'every',
    errorFrom: W * 0.935,
    errorTo: W,
    tag: 10.5,
    dot: 1,
  };
}

function narrow(W, lanes, targets) {
  const rowH = targets > 6 ? 13 : 16,
    head = 50,
    strip = 42,
    rows = rowH * targets;
  return {
    mode: 'narrow',
    dense: rowH < 15,
    top: 20,
    head,
    rowH,
    laneH: head + rows + strip + 14,
    foot: 0,
    arrivals: 0,
    balancer: 46,
    fan: 70,
    seen: 112,
    queueFrom: 122,
    queueTo: W - 108,
    server: W - 104,
    serverW: 36,
    serverH: rowH - 4,
    label: W - 64,
    use: null,
    distFrom: 0,
    distTo: W - 78,
    distY: head + rows + strip - 10,
    distH: strip - 16,
    axisOn: 'every',
    errorFrom: W - 62,
    errorTo: W,
    tag: 9,
    dot: 0.9,
  };
}

/** The middle of each target's row in a lane that starts at y. */
export const rowsOf = (L, y) => Array.from({ length: L.targets }, (_, k) => y + L.head + (k + 0.5) * L.rowH);

/** The lane and target at a point of the stage, or null: for pressing a target. */
export function targetAt(L, x, y) {
  const lane = Math.floor((y - L.top) / L.laneH),
    target = Math.floor((y - L.top - lane * L.laneH - L.head) / L.rowH);
  const hit = lane >= 0 && lane < L.lanes && target >= 0 && target < L.targets && x > L.server - 8 && x < (L.use ?? L.W);
  return hit ? { lane, target } : null;
}
