import { listenersOf, targetsOf, textOfListeners, textOfTargets } from '../../main/resources/static/js/labs/elb/place-text.js';
import { rulesOf, textOfRules } from '../../main/resources/static/js/labs/elb/rule-text.js';
import { EDITORS } from '../../main/resources/static/js/labs/elb/rules-editor.js';
import { theory } from '../../main/resources/static/js/labs/elb/theory.js';
import { documentOf, element, withPage } from './fake-dom.js';
import { equal, story } from './story.js';

story('rules become rows and the same rules again, whatever they ask and do', () => {
  const text =
    '10 /login* login; 20 host=shop.kr,www.shop.kr path=*.png method=GET api*3+chat*1; 30 header:X-Version=2* query:lang=ko query=old source=10.0.0.0/8 403; 40 /old* 301 https://shop.kr/?a=b; default 404';
  equal(textOfRules(rulesOf(text)), text);
  equal(rulesOf('5 query=a=b api\n default api').map(row => row.action), ['forward', 'forward'], 'lines part rules, too');
  equal(textOfRules(rulesOf('5 query=a=b api')), '5 query=a=b api', 'a value with a sign is no name');
  equal(textOfRules([{ priority: '7', conditions: [{ kind: 'path', value: '/a b; c' }], action: 'forward', to: 'api' }]), '7 /abc api', 'a value ends no rule');
});

story('what is not made of rules, listeners or targets has no rows, and what is only wrong in one keeps them', () => {
  for (const text of ['', '10 cookie=1 api', '10 /a api chat', '10 host:x=1 api']) equal(rulesOf(text), null, text);
  equal(rulesOf('x /a nobody; default 999').length, 2, 'its problem is said below');
  for (const text of ['', 'HTTP', 'TCP:80 a b', 'TCP:80:1']) equal(listenersOf(text), null, text);
  equal(textOfListeners(listenersOf('TCP:80 login+api;UDP:x  game')), 'TCP:80 login+api; UDP:x game');
  for (const text of ['', 'login', 'shop 1+1', 'api 1+1; api 2+2', 'api 1+2+3', 'api 1+1 ip ip']) equal(targetsOf(text), null, text);
  equal(textOfTargets(targetsOf('api 1+3 ip')), 'login 0+0; api 1+3 ip; chat 0+0; messenger 0+0; game 0+0', 'who is not named has none');
});

/** A field with its rows, and how often it was changed. */
function edited(id, value, tell) {
  const label = element('label', { for: `p-${id}` }, id),
    field = element('input', { type: 'text', id: `p-${id}`, name: id, value });
  element('div', {}, label, field);
  const changes = [];
  return withPage({ document: documentOf() }, () => {
    const rows = EDITORS[id](field, label, key => key, () => changes.push(field.value)),
      all = selector => rows.list.querySelectorAll(selector),
      type = (input, text) => {
        input.value = text;
        input.happens('input', { stopPropagation() {} });
      };
    return tell({ rows, field, changes, all, type });
  });
}

story('a rule that is added comes before the default, behind the others, and is a whole one', () =>
  edited('albRules', '10 /login* login; default 404', ({ rows, field, changes, all, type }) => {
    rows.more.happens('click');
    equal(changes, ['10 /login* login; 20 /new* api; default 404']);
    equal(all('.off').length, 2, 'the default stays');
    const [priority] = all('[data-new]').slice(-1);
    type(priority, '5');
    equal(field.value, '10 /login* login; 5 /new* api; default 404');
    equal(all('[data-new]').at(-1) === priority, true, 'nothing is taken out of the hand');
    all('.off')[0].happens('click');
    equal(field.value, '5 /new* api; default 404');
  }),
);

story('another kind of condition or of action begins with a value that it can have', () =>
  edited('albRules', '10 /login* login; default 404', ({ field, all }) => {
    const choose = (at, value) => {
      const select = all('select')[at];
      select.value = value;
      select.happens('change', { stopPropagation() {} });
    };
    choose(0, 'method');
    equal(field.value, '10 method=GET login; default 404');
    choose(1, '301');
    equal(field.value, '10 method=GET 301 https://shop.kr/; default 404');
    all('.if')[0].querySelectorAll('button').at(-1).happens('click');
    equal(field.value, '10 method=GET /new* 301 https://shop.kr/; default 404');
  }),
);

story('a run that comes while somebody types leaves the rows alone, another text changes them', () =>
  edited('nlbListeners', 'TCP:80 web; UDP:7777 game', ({ rows, field, all }) => {
    const [port] = all('[data-new]');
    field.value = 'TCP:80  web;UDP:7777 game';
    rows.show();
    equal(all('[data-new]')[0] === port, true, 'the same rows, written otherwise');
    field.value = 'TCP:80';
    rows.show();
    equal([all('li').length, rows.root.hidden], [1, false]);
    field.value = 'TCP';
    rows.show();
    equal(rows.root.hidden, true);
    field.value = 'TCP:80';
    rows.show();
    equal(rows.root.hidden, false, 'and back');
  }),
);

const words = (key, ...values) => [key, ...values].join(' ');
const target = (index, service, zone) => ({ index, service, zone });

story('theory speaks of the group behind the listener, and measures those who ask the name', () => {
  const run = {
    targets: [target(0, 0, 0), target(1, 1, 0), target(2, 1, 1), target(3, 1, 1), target(4, 1, 1), target(5, 4, 0)],
    services: ['login', 'api', 'chat', 'messenger', 'game'],
    zones: ['a', 'b'],
    scenario: { nlbListeners: 'UDP:80 game; TCP:80 api', nlbCrossZone: 'off' },
    ttlMicros: 40e6,
    senders: [{ kind: 'browser' }, { kind: 'partner' }],
    connectionSender: [0, 0, 1, 0],
    lanes: [{ balancer: 'nlb', threads: [1, 2, 1, 5].map((to, connection) => ({ connection, target: to })) }],
  };
  equal(theory(run, words), 'theory.share 1 50 3 16.7 25 theory.measured.off 2 50 16.7 theory.stale 40 20');
  run.scenario.nlbListeners = 'TCP:80 login';
  equal(theory(run, words), 'theory.stale 40 20', 'a zone without targets shares nothing out');
});
