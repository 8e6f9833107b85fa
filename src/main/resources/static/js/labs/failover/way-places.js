// Where things stand on the way in, and the ways between them.

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
