// The ways from the clients past the signpost to the machines.
import { bezier } from '../../scene/ease.js';

/** Where the wire from the clients begins. */
export const wireFrom = L => L.gridX + (L.grid.columns - 1) * L.grid.pitch + L.grid.r + 5;

/** Where the lines end before a machine: at the lane's letter where it stands, at the wall elsewhere. */
export const gateOf = (L, now, machine) => L.from - (machine === now.writer || machine === now.other ? L.tag + 1 : 1);

/** Half the width of the signpost, or of the proxy's door. */
export const boardOf = (L, lane) => L.board + (lane.proxied && !L.narrow ? 9 : 0);

/** The line from the signpost to a machine: [x0, y0, x1, y1]. */
export const wayTo = (L, lane, now, machine) => [
  L.post + boardOf(L, lane) + 6,
  now.middle,
  gateOf(L, now, machine),
  now.machines[machine].y,
];

/** A point of that line. */
export function pointOn(L, lane, now, machine, u) {
  const [x0, y0, x1, y1] = wayTo(L, lane, now, machine),
    bend = (x1 - x0) / 2;
  return [bezier(x0, x0 + bend, x1 - bend, x1, u), bezier(y0, y0, y1, y1, u)];
}
