import { decode, fromJson } from '../../main/resources/static/js/timeline/decode.js';
import { encode, sampleTimeline } from './sample-timeline.js';
import { equal, holds, refuses, story } from './story.js';

const byHand = () => {
  const header = JSON.stringify({
    lab: 'x',
    durationMicros: 7,
    scenario: {},
    facts: {},
    dictionaries: {},
    shared: [
      {
        name: 'marks',
        rows: 3,
        columns: [
          { name: 'atMicros', encoding: 'delta', bytes: 4 },
          { name: 'value', encoding: 'plain', bytes: 9 },
        ],
      },
    ],
    lanes: [],
  });
  const body = [
    0x02, 0xd8, 0x04, 0x00 /* 1, +300, +0 */, 0x01, 0x80, 0x80, 0x80, 0x80, 0x40 /* −1, 2^33 */, 0xff, 0xff,
    0x03 /* −32768 */,
  ];
  const head = new TextEncoder().encode(header);
  return Uint8Array.from([0x54, 0x49, 0x4c, 0x54, 1, head.length, head.length >> 8, 0, 0, ...head, ...body]);
};

story('a timeline written by hand is read number for number, long and negative ones included', () => {
  const { columns, rows } = decode(byHand()).shared.marks;
  equal(rows, 3);
  equal(columns.atMicros, [1, 301, 301], 'differences add up');
  equal(columns.value, [-1, 2 ** 33, -32768], 'zigzag, and more than 32 bits');
});

story('a whole run survives the wire: binary and JSON form read alike', () => {
  const json = sampleTimeline({
    strategies: ['round-robin', 'response-time'],
    seed: 5,
    at: [{ atMicros: 4e6, kind: 'stop', target: 1 }],
  });
  const fromBytes = decode(encode(json).buffer),
    fromText = fromJson(json);
  equal(fromBytes, fromText);
  holds(
    fromBytes.lanes[1].columns.seen2.length === fromBytes.shared.requests.rows,
    'values seen are aligned with the requests',
  );
});

story('what is no timeline, or only a part of one, is refused and never read as a shorter run', () => {
  const bytes = byHand();
  refuses(() => decode(new TextEncoder().encode('<html>not this</html>')), 'not a timeline');
  refuses(() => decode(bytes.subarray(0, bytes.length - 1)), 'cut off');
  refuses(() => decode(Uint8Array.from(bytes, (b, i) => (i === 4 ? 9 : b))), 'version 9');
  const long = Uint8Array.from(bytes);
  long[bytes.length - 1] = 0x83; // the last number now claims another byte
  refuses(() => decode(long), 'ends early');
});
