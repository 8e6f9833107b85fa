// Listeners and targets as text, and as rows of a form.
import { bare, written } from './rule-text.js';

/** What each balancer's listeners can speak. */
export const PROTOCOLS = { alb: ['HTTP', 'HTTPS'], nlb: ['TCP', 'UDP', 'TCP_UDP', 'TLS'], clb: ['HTTP', 'HTTPS', 'TCP', 'SSL'] };
/** What can stand behind a listener of a Network Load Balancer; services joined by a plus sign are one group, too. */
export const GROUPS = ['web', 'login', 'api', 'chat', 'messenger', 'game'];
export const SERVICES = GROUPS.slice(1);

/** @param {string} text @returns {{protocol: string, port: string, group: string}[]|null} null where it is not made of listeners */
export function listenersOf(text) {
  const rows = written(text).map(listener => {
    const [socket, group = '', ...more] = listener.split(/\s+/),
      [protocol, port, ...rest] = socket.split(':');
    return port === undefined || more.length || rest.length ? null : { protocol, port, group };
  });
  return rows.length && rows.every(Boolean) ? rows : null;
}

export const textOfListeners = rows => rows.map(({ protocol, port, group }) => `${protocol}:${bare(port)} ${bare(group)}`.trim()).join('; ');

/** @param {string} text  @returns {{service: string, a: string, b: string, byAddress: boolean}[]|null} a row for each service */
export function targetsOf(text) {
  const rows = SERVICES.map(service => ({ service, a: '0', b: '0', byAddress: false })),
    named = new Set();
  for (const part of written(text)) {
    const [, service, a, b, ip] = /^(\S+) +([^\s+]*)\+([^\s+]*)( +ip)?$/.exec(part) ?? [],
      row = rows.find(each => each.service === service);
    if (!row || named.has(row)) return null;
    named.add(row);
    Object.assign(row, { a, b, byAddress: Boolean(ip) });
  }
  return named.size ? rows : null;
}

export const textOfTargets = rows => rows.map(({ service, a, b, byAddress }) => `${service} ${bare(a)}+${bare(b)}${byAddress ? ' ip' : ''}`).join('; ');
