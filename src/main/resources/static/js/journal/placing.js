// Where a picture or a file goes in a text, and what stands for it there.
/** Where something belongs in a text that goes on being typed. */
export const moved = (at, before, after) => {
  let same = 0;
  while (same < at && before[same] === after[same] && same < after.length) same++;
  return same === at ? at : Math.max(same, at + after.length - before.length);
};

/** The line for a file: a picture stands for itself, anything else is called by its name. */
export const markdown = ({ path, name, picture }, alt = '') => picture ? `![${clean(alt)}](${path})` : `[${clean(name)}](${path})`;
const clean = words => words.replace(/[[\]\s]+/g, ' ').trim();

/** On a line of its own. */
export function onItsOwnLine(text, at, line) {
  const before = at > 0 && text[at - 1] !== '\n' ? '\n' : '', after = at < text.length && text[at] !== '\n' ? '\n' : '';
  return { text: before + line + after, start: at + before.length };
}
