// Where everything stands: one line from the browser on the left to the targets and what is believed of them on the right.
// Two arrangements: wide, and narrow (under 760 px), which leaves words and numbers to the list below it.
import { clamp } from '../../scene/ease.js';

/** @typedef {import('../../scene/stage.js').Layout} Layout */

const WAY = 724, // px that the places of the way were measured on
  HEALTH = 208, // px for state and reason code
  NARROW = 760;
const HEIGHT = 318,
  NARROW_HEIGHT = 292;

/** @param {Layout} L */
export function frame(L) {
  const narrow = L.W < NARROW,
    X = narrow ? narrowColumns(L.W) : wideColumns((L.W - HEALTH) / WAY);
  return {
    narrow,
    X,
    top: 0,
    laneH: narrow ? NARROW_HEIGHT : HEIGHT,
    doorY: narrow ? [106, 184] : [116, 204],
    middleY: narrow ? 145 : 160,
    targetY: narrow ? [76, 145, 214] : [84, 160, 236],
    belowY: narrow ? 270 : 300,
  };
}

const wideColumns = k => ({
  browser: [0, 134 * k],
  wall: 208 * k,
  balancerGate: 288 * k,
  listener: 350 * k,
  rule: 425 * k,
  group: 500 * k,
  targetGate: 562 * k,
  target: [590 * k, 706 * k],
  socket: 590 * k + 18,
  health: WAY * k,
});

/** Measured on 358 px; what is wider gives its room to the words of health. */
function narrowColumns(W) {
  const k = clamp(W / 358, 0.88, 2),
    x = at => at * k;
  return {
    browser: [0, x(64)],
    wall: x(90),
    balancerGate: x(112),
    listener: x(132),
    rule: x(156),
    group: x(186),
    targetGate: x(212),
    target: [x(226), x(262)],
    socket: x(226) + 9,
    health: x(272),
  };
}

/**
 * The way of a request through a door to a target, left to right.
 * @param {Layout} L
 * @param {number|null} door null: which one cannot be known, or it does not matter
 * @param {number} target −1: none
 * @returns {number[][]}
 */
export function wayOf({ X, middleY, doorY, targetY }, door, target) {
  const y = doorY[door] ?? middleY,
    end = targetY[target] ?? middleY;
  return [
    [X.browser[1] + 3, middleY],
    [X.wall, y],
    [X.balancerGate, y],
    [X.listener, middleY],
    [X.rule, middleY],
    [X.group, middleY],
    [X.targetGate, end],
    [X.socket, end],
  ];
}

/** From the balancer's subnet below to the lowest target, beside the way of requests. @param {Layout} L */
export function wayFromBelow(L, target = 2) {
  const { X, belowY, targetY } = L,
    y = targetY[target] + 5,
    from = squareX(L);
  return [
    [from, belowY - 15],
    [from + 8, y + 9],
    [X.targetGate - 14, y + 2],
    [X.targetGate, y],
    [X.socket, y],
  ];
}

/** The middle of the square that stands for the balancer's subnet. @param {Layout} L */
export const squareX = ({ X, narrow }) => X.group - (narrow ? 40 : 44);

/**
 * How far a line may go that was seen to come as far as a place: to its near side. A place that is not known here is before
 * the first one, so that a line never says too much.
 * @param {Layout} L
 * @param {string} place
 */
export function stopOf({ X, narrow }, place) {
  const gap = narrow ? 4 : 8;
  switch (place) {
    case 'subnet-route':
      return X.wall - gap - 2;
    case 'door':
      return X.wall - (narrow ? 10 : 14);
    case 'balancer-sg':
      return X.balancerGate - gap;
    case 'listener':
      return X.listener - (narrow ? 6 : 24);
    case 'rules':
      return X.rule - (narrow ? 0 : 4);
    case 'zones':
    case 'registered':
    case 'preserve-client-ip':
      return X.group;
    case 'group-port':
    case 'health-check':
      return X.group + (narrow ? 7 : 16);
    case 'network-acl':
      return X.targetGate - gap - (narrow ? 8 : 13);
    case 'target-sg':
      return X.targetGate - gap + 2;
    case 'bind':
      return X.target[0] - 4;
    case 'keep-alive':
    case 'response-time':
    case 'target':
      return X.socket;
    default:
      return X.wall - (narrow ? 10 : 24);
  }
}

/** The part of a way up to x. @param {number[][]} way */
export function cutAt(way, x) {
  const end = way.findIndex(([px]) => px >= x);
  if (end < 0) return way;
  if (end === 0) return way.slice(0, 1);
  const [x0, y0] = way[end - 1],
    [x1, y1] = way[end],
    u = x1 === x0 ? 1 : (x - x0) / (x1 - x0);
  return [...way.slice(0, end), [x, y0 + (y1 - y0) * u]];
}

/** The rest of a way from x on to another. @param {number[][]} way */
export function between(way, from, to) {
  const until = cutAt(way, to),
    first = cutAt(way, from).at(-1);
  return [first, ...until.filter(([x]) => x > from)];
}

/** The first share u of a way, by its length. @param {number[][]} way */
export function partOf(way, u) {
  const lengths = way.slice(1).map(([x, y], i) => Math.hypot(x - way[i][0], y - way[i][1]));
  let left = u * lengths.reduce((sum, length) => sum + length, 0);
  const part = [way[0]];
  for (const [i, length] of lengths.entries()) {
    const [x0, y0] = way[i],
      [x1, y1] = way[i + 1];
    if (left >= length) part.push([x1, y1]);
    else {
      if (left > 0) part.push([x0 + ((x1 - x0) * left) / length, y0 + ((y1 - y0) * left) / length]);
      break;
    }
    left -= length;
  }
  return part;
}

const APART = 21; // px between the middles of two numbers

/** Where the numbers stand that can be opened: over what they open, beside each other where one thing has several. @param {Layout} L */
export function spots({ X, narrow, W }, places) {
  if (narrow) return [];
  const over = {
      scheme: X.wall,
      'subnet-route': X.wall,
      'balancer-sg': X.balancerGate,
      listener: X.listener,
      rules: X.rule,
      zones: X.group,
      registered: X.group,
      'group-port': X.group,
      'health-check': X.group,
      'preserve-client-ip': X.group,
      'network-acl': X.targetGate + 8,
      'target-sg': X.targetGate + 8,
    },
    homes = places.map(place => over[place] ?? X.target[0] + 62),
    xs = homes.map((home, i) => {
      const group = homes.map((other, j) => (other === home ? j : -1)).filter(j => j >= 0);
      return home + (group.indexOf(i) - (group.length - 1) / 2) * APART;
    });
  // neighbours keep their distance, from the right edge back where there is no room
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i], xs[i - 1] + APART);
  for (let i = xs.length - 1, most = W - 10; i >= 0; i--, most -= APART) xs[i] = Math.min(xs[i], most);
  return xs;
}
