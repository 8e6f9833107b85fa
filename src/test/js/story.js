// Stories about the browser's modules: told by Node's test runner (node.test.js) and by a browser alike.
const stories = [];

export const story = (name, tell) => {
  stories.push({ name, tell });
};
export const all = () => stories;

export function equal(actual, expected, about = '') {
  const a = show(actual),
    b = show(expected);
  if (a !== b) throw new Error(`${about}${about && ': '}expected ${b.slice(0, 400)}, got ${a.slice(0, 400)}`);
}
export function near(actual, expected, about = '', tolerance = 1e-9) {
  if (
    !(Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected))) &&
    !(Number.isNaN(actual) && Number.isNaN(expected))
  )
    throw new Error(`${about}${about && ': '}expected ${expected}, got ${actual}`);
}
export function holds(condition, about) {
  if (!condition) throw new Error(about);
}
export function refuses(action, part) {
  try {
    action();
  } catch (error) {
    return holds(String(error.message).includes(part), `expected a refusal about "${part}", got "${error.message}"`);
  }
  throw new Error(`expected a refusal about "${part}"`);
}

const show = value =>
  JSON.stringify(value, (_, v) =>
    ArrayBuffer.isView(v) ? Array.from(v) : Number.isNaN(v) ? 'NaN' : v === Infinity ? '∞' : v === -Infinity ? '-∞' : v,
  );
