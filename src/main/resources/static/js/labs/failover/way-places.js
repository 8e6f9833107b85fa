// Where things stand on the way in, and the ways between them.
import { clamp } from '../../scene/ease.js';

/** The heights of the band above the lanes: two floors or three, on phones the lines under them. */
function heightsOf({ zones, nodes }, clients, { narrow, head }) {
  const y = narrow ? 0 : 24,
    rowH = narrow ? 22 : 34,
    room = rowH * zones.length,
    lines = narrow ? head + room + 4 : head,
    linesH = narrow ? clamp((nodes.length + clients) * 3.2, 30, 60) : room;
  return { y, rowH, room, lines, linesH, H: narrow ? lines + linesH + 12 : head + room + 34 };
}

/** Where the band ends and the rest of the stage begins. */
export function bandEnd({ entrance, clients }, L) {
  const { y, H } = heightsOf(entrance, clients, L);
  return y + H;
}

/** Where things stand in the band, in the same columns as the lanes below. */
export function bandOf({ entrance, clients }, L) {
  const { W } = L,
    { y, rowH, room, lines, linesH } = heightsOf(entrance, clients, L),
    most = Math.max(1, ...entrance.targetsIn.map(of => of.length)),
    targetsFrom = L.from + L.box + L.boxW + (L.narrow ? 26 : 46),
    pitch = Math.min(L.narrow ? 16 : 22, (L.to - targetsFrom - 6) / most),
    grid = usersGrid(entrance.users, L.narrow ? 40 : Math.max(46, W * 0.07), L.narrow ? room : 40, L.narrow ? 9 : 10.5);
  return {
    y,
    words: y,
    rowH,
    floors: entrance.zones.map((_, i) => y + L.head + (i + 0.5) * rowH),
    usersTop: y + L.head + 4,
    grid,
    wire: L.gridX + (grid.columns - 1) * grid.pitch + grid.r + 5,
    board: L.narrow ? 16 : 29,
    targetsFrom,
    cells: { pitch, size: pitch < 6 ? pitch * 0.7 : pitch - 4 },
    lines,
    linesH,
  };
}

/** As many columns as make the marks largest; a thousand users become a field of points. */
function usersGrid(count, w, h, most) {
  let best = { columns: 1, pitch: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const pitch = Math.min(most, w / columns, h / Math.ceil(count / columns));
    if (pitch > best.pitch + 0.01) best = { columns, pitch };
  }
  return { ...best, r: Math.min(4, best.pitch * 0.32) };
}

/** The middle of a zone's floor on the way in. */
export const floorY = (L, way, zone) => L.band.floors[way.zones.indexOf(zone)];
/** From the signpost to the gate of a zone: [x0, y0, x1, y1]. */
export const wayTo = (L, now, way, zone) => [L.post + L.band.board + 6, now.middle, L.from - 1, floorY(L, way, zone)];
/** From a zone's node to a zone's targets. */
export const wireTo = (L, way, zone, group) => [
  L.from + L.box + L.boxW + 1,
  floorY(L, way, zone),
  L.band.targetsFrom - 5,
  floorY(L, way, group),
];

/** A point of the curve that such a way is drawn as. @param {number[]} way  @param {number} u  @returns {[number, number]} */
export function onCurve([x0, y0, x1, y1], u) {
  const w = 1 - u,
    bend = (x1 - x0) / 2;
  return [
    w ** 3 * x0 + 3 * w * w * u * (x0 + bend) + 3 * w * u * u * (x1 - bend) + u ** 3 * x1,
    w ** 3 * y0 + 3 * w * w * u * y0 + 3 * w * u * u * y1 + u ** 3 * y1,
  ];
}
