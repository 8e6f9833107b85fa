// Rules as text, and as rows of a form. A text that is not made of rules has no rows: it stays what was typed.

/** What a rule can ask of a letter. A header or a query string has its name before its value: X-Version=2*. */
export const CONDITIONS = ['path', 'host', 'method', 'header', 'query', 'source'];
/** What a rule can do with a letter. */
export const ACTIONS = ['forward', '301', '302', 'fixed'];
export const DEFAULT = 'default';

/** @typedef {{priority: string, conditions: {kind: string, value: string}[], action: string, to: string}} RuleRow */

/** @param {string} text  @returns {RuleRow[]|null} */
export function rulesOf(text) {
  const rows = written(text).map(rowOf);
  return rows.length && rows.every(Boolean) ? /** @type {RuleRow[]} */ (rows) : null;
}

/** @param {RuleRow[]} rows */
export function textOfRules(rows) {
  return rows.map(({ priority, conditions, action, to }) => [bare(priority), ...conditions.map(wordOf), ...actionWords(action, bare(to))].filter(Boolean).join(' ')).join('; ');
}

/** What stands between semicolons or on lines of its own. */
export const written = text =>
  text
    .split(/[;\n]/)
    .map(part => part.trim())
    .filter(Boolean);

/** A blank or a semicolon would end what it stands in. */
export const bare = word => word.replace(/[\s;]+/g, '');

function rowOf(rule) {
  const [priority, ...words] = rule.split(/\s+/),
    asked = words.findIndex(word => !isCondition(word)),
    conditions = words.slice(0, asked < 0 ? words.length : asked).map(conditionOf),
    done = asked < 0 ? [] : words.slice(asked);
  if (conditions.includes(null) || done.length > 2) return null;
  if (done.length === 2) return /^30[12]$/.test(done[0]) ? { priority, conditions, action: done[0], to: done[1] } : null;
  const [to = ''] = done;
  return { priority, conditions, action: /^\d+$/.test(to) ? 'fixed' : 'forward', to };
}

const isCondition = word => word.startsWith('/') || word.includes('=');

function conditionOf(word) {
  if (word.startsWith('/')) return { kind: 'path', value: word };
  const [name, value] = cut(word, '='),
    [kind, key] = cut(name, ':');
  if (!CONDITIONS.includes(kind)) return null;
  if (kind === 'header') return { kind, value: `${key}=${value}` };
  if (kind === 'query') return { kind, value: key || value.includes('=') ? `${key}=${value}` : value };
  return key ? null : { kind, value };
}

function wordOf({ kind, value }) {
  const text = bare(value);
  if (kind === 'path' && text.startsWith('/')) return text;
  if (kind === 'header') return text.includes('=') ? `header:${text}` : `header:${text}=`;
  if (kind === 'query') return text.startsWith('=') ? `query${text}` : text.includes('=') ? `query:${text}` : `query=${text}`;
  return `${kind}=${text}`;
}

const actionWords = (action, to) => (/^30[12]$/.test(action) ? [action, to] : [to]);

function cut(text, at) {
  const i = text.indexOf(at);
  return i < 0 ? [text, ''] : [text.slice(0, i), text.slice(i + 1)];
}
