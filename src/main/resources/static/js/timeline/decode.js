// Reads a timeline from the wire: "TILT", a version, a JSON header, then columns of zigzag LEB128 numbers. Nothing here
// knows a lab, a page or a browser.

const MAGIC = 'TILT';
const VERSION = 1;
/** Asks the server for the compact form. */
export const MEDIA_TYPE = 'application/vnd.tilab.timeline';
/** The same, behind lines that say how a long run comes on. */
export const AWAITED_MEDIA_TYPE = 'application/vnd.tilab.awaited-timeline';

/**
 * @typedef {{name: string, rows: number, columns: Object<string, Int32Array|Float64Array>}} Table
 * @typedef {{lab: string, durationMicros: number, scenario: Object<string, any>, facts: Object<string, any>,
 *   dictionaries: Object<string, string[]>, shared: Object<string, Table>, lanes: Table[]}} Timeline
 */

/** The bytes are no timeline that this page can read. */
export class TimelineError extends Error {}

/**
 * @param {ArrayBuffer|Uint8Array} bytes a whole answer, already unzipped
 * @returns {Timeline}
 */
export function decode(bytes) {
  const data = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  if (data.length < 9 || String.fromCharCode(...data.subarray(0, 4)) !== MAGIC) throw new TimelineError('not a timeline');
  if (data[4] !== VERSION) throw new TimelineError(`version ${data[4]} of the timeline is not known`);
  const headerLength = new DataView(data.buffer, data.byteOffset).getUint32(5, true);
  if (9 + headerLength > data.length) throw new TimelineError('the header is cut off');
  const header = JSON.parse(new TextDecoder().decode(data.subarray(9, 9 + headerLength)));
  let at = 9 + headerLength;
  return assemble(header, (column, rows) => {
    const part = data.subarray(at, at + column.bytes);
    if (part.length !== column.bytes) throw new TimelineError(`column ${column.name} is cut off`);
    at += column.bytes;
    return numbers(part, rows, column.encoding === 'delta', column.name);
  });
}

/** The same timeline from its JSON form, whose columns carry `values`. */
export function fromJson(json) {
  return assemble(json, (column, rows) => {
    if (column.values.length !== rows) throw new TimelineError(`column ${column.name} has not ${rows} rows`);
    return fits32(column.values) ? Int32Array.from(column.values) : Float64Array.from(column.values);
  });
}

function assemble(header, read) {
  const table = ({ name, rows, columns }) => ({
    name,
    rows,
    columns: Object.fromEntries(columns.map(c => [c.name, read(c, rows)])),
  });
  const shared = header.shared.map(table); // in the order of the bytes: shared tables first, then the lanes
  const lanes = header.lanes.map(table);
  const { lab, durationMicros, scenario, facts, dictionaries } = header;
  return {
    lab,
    durationMicros,
    scenario,
    facts,
    dictionaries,
    shared: Object.fromEntries(shared.map(t => [t.name, t])),
    lanes,
  };
}

const fits32 = values => values.every(v => v >= -2147483648 && v <= 2147483647);

function numbers(bytes, rows, delta, name) {
  /** @type {Int32Array|Float64Array} */
  let out = new Int32Array(rows),
    at = 0,
    before = 0;
  for (let row = 0; row < rows; row++) {
    // four bytes fit the 32-bit operators; longer numbers go on as floats, exact up to 2^53
    let value = 0,
      shift = 0,
      byte;
    do {
      if (at >= bytes.length) throw new TimelineError(`column ${name} ends early`);
      byte = bytes[at++];
      value = shift < 28 ? value | ((byte & 127) << shift) : value + (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte > 127);
    let number = shift <= 28 ? (value >>> 1) ^ -(value & 1) : value % 2 ? -(value + 1) / 2 : value / 2;
    if (delta) number = before += number;
    if (number > 2147483647 || number < -2147483648) if (out instanceof Int32Array) out = Float64Array.from(out);
    out[row] = number;
  }
  if (at !== bytes.length) throw new TimelineError(`column ${name} has bytes left over`);
  return out;
}
