// Rules, listeners and targets as rows: what can be chosen is chosen, what can be many is added. What is wrong in one is said below
// its field with the number that stands before its row.
import { h } from '../html.js';
import { GROUPS, listenersOf, PROTOCOLS, targetsOf, textOfListeners, textOfTargets } from './place-text.js';
import { Rows } from './rows.js';
import { ACTIONS, CONDITIONS, DEFAULT, rulesOf, textOfRules } from './rule-text.js';

const MOST_RULES = 100;
/** What a condition begins with, so that it can be read at once. */
const BEGINNINGS = { path: '/new*', host: 'shop.kr', method: 'GET', header: 'X-Version=2*', query: 'lang=ko', source: '10.0.0.0/8' };
const RESULTS = { forward: 'api', 301: 'https://shop.kr/', 302: 'https://shop.kr/', fixed: '404' };

const RULES = {
  read: rulesOf,
  write: textOfRules,
  fresh(rows) {
    const used = rows.map(({ priority }) => Number(priority)).filter(Number.isFinite),
      next = Math.floor(Math.max(0, ...used) / 10) * 10 + 10,
      at = rows.findIndex(({ priority }) => priority === DEFAULT),
      rule = { priority: String(next), conditions: [{ kind: 'path', value: BEGINNINGS.path }], action: 'forward', to: RESULTS.forward };
    if (rows.length >= MOST_RULES) return rows;
    return at < 0 ? [...rows, rule] : rows.toSpliced(at, 0, rule);
  },
  can: ({ priority }) => priority !== DEFAULT,
  row(row, editor) {
    const { words } = editor,
      isDefault = row.priority === DEFAULT,
      priority = isDefault
        ? h('b', {}, words('rows.default'))
        : h('label', {}, words('rows.priority'), ' ', editor.text(row, 'priority', words('rows.priority'), { inputmode: 'numeric', class: 'short', 'data-new': true })),
      more = editor.key('+', words('rows.condition.add'), () => {
        const kind = CONDITIONS.find(each => !row.conditions.some(other => other.kind === each)) ?? 'header';
        row.conditions.push({ kind, value: BEGINNINGS[kind] });
        editor.put(true);
      });
    return [
      priority,
      ...row.conditions.map((condition, at) => conditionRow(row, condition, editor, !isDefault && at === row.conditions.length - 1 ? more : null)),
      h(
        'div',
        { class: 'then' },
        h('span', { 'aria-hidden': 'true' }, '→'),
        actionChoice(row, editor),
        editor.text(row, 'to', words('rows.to')),
      ),
    ];
  },
};

function conditionRow(row, condition, editor, more) {
  const { words } = editor,
    kind = editor.choice(condition, 'kind', words('rows.condition'), CONDITIONS, each => words(`rows.condition.${each}`));
  // another kind of condition has another kind of value
  kind.addEventListener('change', () => {
    condition.value = BEGINNINGS[condition.kind];
    editor.put(true);
  });
  return h(
    'div',
    { class: 'if' },
    kind,
    editor.text(condition, 'value', words('rows.value')),
    row.conditions.length > 1
      ? editor.key('×', words('rows.condition.remove'), () => {
          row.conditions = row.conditions.filter(other => other !== condition);
          editor.put(true);
        })
      : null,
    more,
  );
}

function actionChoice(row, editor) {
  const { words } = editor,
    action = editor.choice(row, 'action', words('rows.action'), ACTIONS, each => words(`rows.action.${each}`));
  action.addEventListener('change', () => {
    row.to = RESULTS[row.action];
    editor.put(true);
  });
  return action;
}

const listeners = balancer => ({
  read: listenersOf,
  write: textOfListeners,
  fresh: rows => [...rows, { protocol: PROTOCOLS[balancer][0], port: freePort(rows), group: balancer === 'nlb' ? GROUPS[0] : '' }],
  row: (row, editor) => [
    editor.choice(row, 'protocol', editor.words('rows.protocol'), PROTOCOLS[balancer]),
    editor.text(row, 'port', editor.words('rows.port'), { inputmode: 'numeric', class: 'short', 'data-new': true }),
    balancer === 'nlb' || row.group ? editor.choice(row, 'group', editor.words('rows.group'), GROUPS) : null,
  ],
});

function freePort(rows) {
  const used = rows.map(({ port }) => port);
  return ['80', '443', '5222', '7777', '8080'].find(port => !used.includes(port)) ?? '8443';
}

const TARGETS = {
  read: targetsOf,
  write: textOfTargets,
  row(row, editor) {
    const { words } = editor,
      box = h('input', { type: 'checkbox', checked: row.byAddress });
    box.addEventListener('change', () => {
      row.byAddress = box.checked;
      editor.put();
    });
    const count = zone => h('label', {}, `${zone} `, editor.text(row, zone, words('rows.in-zone', row.service, zone), { inputmode: 'numeric', class: 'short' }));
    return [h('b', {}, row.service), count('a'), count('b'), h('label', {}, box, ' ', words('rows.by-address'))];
  },
};

const KINDS = { albRules: RULES, albListeners: listeners('alb'), nlbListeners: listeners('nlb'), clbListeners: listeners('clb'), targets: TARGETS };

/** Makes the rows of each of these conditions, by its id. */
export const EDITORS = Object.fromEntries(
  Object.entries(KINDS).map(([id, kind]) => [id, (field, label, words, changed) => new Rows(field, label, kind, words, changed)]),
);
