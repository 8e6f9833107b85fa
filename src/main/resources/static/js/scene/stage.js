// A stage is a list of parts. A part lays itself out, says what it reads of an instant, draws it and answers a touch; a mask
// says which lanes and which parts are there. What is not there is asked for nothing but its place, and its place may close.
import { Pen } from './pen.js';

/**
 * What holds in one lane at the instant: where the lane stands, and whatever its parts read.
 * @typedef {{run: any, lane: any, L: Layout, t: number, y: number, index: number, place: number, speed: number,
 *   [fact: string]: any}} Now
 *   `index` is the lane's among all of the run, `place` among those that are shown; `y` its upper edge
 *
 * @typedef {(now: Now) => any} Fact something that holds at the instant
 *
 * Where everything stands.
 * @typedef {{W: number, H: number, top: number, laneH: number, lanes: number[], palette: any,
 *   shows: (name: string) => boolean, whole: boolean, room?: number, words?: (key: string, ...values: any[]) => string,
 *   [place: string]: any}} Layout
 *   `lanes` those shown, from above; `whole` that nothing is masked; `room` as the mask says
 *
 * @typedef {object} Part
 * @property {string} name as a mask calls it; parts of one name come and go together
 * @property {(L: Layout, run: any) => object} [lay] its places, which those of the parts after it may lean on; asked of every
 *   part, since who is not there may still be where others go to
 * @property {Object<string, Fact>} [read] what it needs to know of the instant, by name: read once for a lane,
 *   whoever else needs it too
 * @property {Object<string, Fact>} [readAbove] the same for what it paints above the lanes, of no lane
 * @property {(pen: Pen, now: Now) => void} [above] painted once, above all lanes: `now` is of no lane
 * @property {(pen: Pen, now: Now) => void} [draw] painted in every lane
 * @property {(now: Now, x: number, y: number) => object|null} [touchAbove] as `touch`, above the lanes
 * @property {(now: Now, x: number, y: number) => object|null} [touch] the thing at a point of a lane, or null
 *
 * What is shown; everything of what is not named.
 * @typedef {{lanes?: number[], parts?: string[], room?: number}} Mask
 *   `room` px in height for all lanes together, where there is another than usual
 */

export class Stage {
  /**
   * @param {(L: Layout, run: any) => object} frame the arrangement that all parts stand in: at least `top`, where the lanes
   *   begin, and `laneH`; `below` them if there is something
   * @param {Part[]} parts from the one painted first to the one that lies on top and is touched first
   */
  constructor(frame, parts) {
    this.frame = frame;
    this.parts = parts;
    for (const name of ['layout', 'draw', 'touchAt']) this[name] = this[name].bind(this);
  }

  /**
   * @param {{width: number}} size
   * @param {object} look what is written and painted with: { palette, words }
   * @param {Mask} [mask]
   * @returns {Layout}
   */
  layout(run, size, look, mask = {}) {
    const { lanes, parts } = mask,
      names = new Set(this.parts.map(part => part.name)),
      unknown = parts?.filter(name => !names.has(name)) ?? [];
    if (unknown.length) throw new Error(`the stage has no ${unknown.join(', ')}; it has ${[...names].join(', ')}`);
    /** @type {any} */
    const L = {
      ...look,
      W: size.width,
      lanes: [...run.lanes.keys()].filter(index => !lanes || lanes.includes(index)),
      shows: name => !parts || parts.includes(name),
      room: mask.room,
    };
    L.whole = L.lanes.length === run.lanes.length && [...names].every(L.shows);
    settle(L, this.frame(L, run), 'frame');
    for (const part of this.parts) if (part.lay) settle(L, part.lay(L, run), part.name);
    L.H = L.top + L.lanes.length * L.laneH + (L.below ?? 0);
    return { ...L }; // made at once, as engines read quickest: one that grew costs a sixth of a frame's script
  }

  /**
   * Paints the instant t and remembers nothing, so that scrubbing looks like playing.
   * @param {CanvasRenderingContext2D} context counting in CSS pixels
   * @param {Layout} L
   * @param {number} t instant in microseconds
   * @param {{speed: number}} [player] run seconds per viewer's second, for what is drawn as long as an eye needs
   */
  draw(context, run, L, t, player) {
    const pen = new Pen(context, L.palette),
      shown = this.shown(L);
    context.clearRect(0, 0, L.W, L.H);
    const over = shown.filter(part => part.above),
      inside = shown.filter(part => part.draw);
    if (over.length) {
      const now = nowOf(over, { run, L, t, player });
      for (const part of over) paint(pen, part.above, now);
    }
    for (const place of L.lanes.keys()) {
      const now = nowOf(inside, { run, L, t, player, place });
      for (const part of inside) paint(pen, part.draw, now);
    }
  }

  /** The thing at a point of the stage, as the part that lies on top there names it, or null. */
  touchAt(L, run, x, y, t) {
    const place = Math.floor((y - L.top) / L.laneH),
      ask = place < 0 ? 'touchAbove' : 'touch',
      asked = this.shown(L).filter(part => part[ask]);
    if (place >= L.lanes.length || !asked.length) return null;
    const now = nowOf(asked, { run, L, t, place });
    for (const part of asked.reverse()) {
      const thing = part[ask](now, x, y);
      if (thing) return thing;
    }
    return null;
  }

  shown(L) {
    return this.parts.filter(part => L.shows(part.name));
  }
}

/** What a part paints means nothing until it says so. */
function paint(pen, of, now) {
  pen.means('');
  of(pen, now);
}

/** Two that lay the same place would move each other's things. */
function settle(L, places, name) {
  for (const place of Object.keys(places)) if (place in L) throw new Error(`${name} lays ${place}, which is laid already`);
  Object.assign(L, places);
}

/** What the parts read of a lane, or of none, each fact once; a later one may lean on those before it. */
function nowOf(parts, { run, L, t, player = undefined, place = -1 }) {
  const index = L.lanes[place] ?? -1,
    /** @type {any} */
    now = { run, L, t, speed: player?.speed ?? 1, place, index, lane: run.lanes[index], y: L.top + place * L.laneH },
    inLane = place >= 0;
  for (const { read, readAbove } of parts)
    for (const [fact, of] of Object.entries((inLane ? read : readAbove) ?? {})) if (!(fact in now)) now[fact] = of(now);
  return now;
}
