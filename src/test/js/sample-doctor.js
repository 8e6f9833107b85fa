// A diagnosis made by hand in the API's JSON form. It obeys the form of the real thing, not its model; the model has its own tests.

const CASES = {
  // the targets' security group keeps the balancer out: 504 after 10 s, checks time out
  'target-sg': {
    outcome: 'error', status: 504, lasts: 10, unsolved: 'group-port', place: 'target-sg', reason: 'Target.Timeout',
    probes: { client: ['answered', 'answered'], subnet: ['silent'], host: ['arrived'] },
  },
  // the balancer's own keeps everybody out: no answer, and targets that are well
  'balancer-sg': {
    outcome: 'silent', status: 0, lasts: 10, unsolved: 'scheme', place: 'balancer-sg', reason: null,
    probes: { client: ['silent', 'silent'], subnet: ['arrived'], host: ['arrived'] },
  },
  // nobody listens at 443
  'no-listener': {
    outcome: 'refused', status: 0, lasts: 0.1, unsolved: 'door', place: 'listener', reason: null,
    probes: { client: ['refused', 'refused'], subnet: ['arrived'], host: ['arrived'] },
  },
  // the application listens to itself
  localhost: {
    outcome: 'error', status: 502, lasts: 0.1, unsolved: 'bind', place: 'bind', reason: 'Target.FailedHealthChecks',
    probes: { client: ['answered', 'answered'], subnet: ['refused'], host: ['arrived'] },
  },
};

export const PLACES = ['scheme', 'subnet-route', 'balancer-sg', 'listener', 'rules', 'zones', 'registered', 'group-port', 'health-check', 'target-sg', 'network-acl', 'bind', 'keep-alive', 'response-time'];
const TARGETS = ['web1', 'web2', 'web3'];

/**
 * @param {{fault?: keyof typeof CASES, kind?: string, probes?: [string, number][], opened?: [string, number][], vain?: [string, number][],
 *   solvedAt?: number, targets?: string[], internal?: boolean, inside?: boolean}} how times in seconds; solvedAt: the right repair
 */
export function sampleDoctor({
  fault = 'target-sg',
  kind = 'alb',
  probes = [],
  opened = [],
  vain = [],
  solvedAt = Infinity,
  targets = TARGETS,
  internal = false,
  inside = false,
} = {}) {
  const own = CASES[fault],
    solved = solvedAt < 120,
    asked = probes.some(([id]) => id === 'client') || opened.some(([place]) => place === 'scheme') || solved,
    seen = solved ? own.place : own.unsolved,
    outside = ['silent', 'refused'].includes(own.outcome);
  const requests = [];
  for (let at = 1.5, n = 0; at < 120; at += 3.4, n++) {
    const ok = at >= solvedAt,
      door = asked ? (ok || !outside || solved ? n % 2 : null) : null;
    requests.push({
      at,
      until: at + (ok ? 0.1 : own.lasts),
      door,
      outcome: ok ? 'ok' : own.outcome,
      status: ok ? 200 : own.status,
      target: ok || !outside ? (targets[n % 3] ?? null) : null,
      seen: ok ? 'target' : seen,
    });
  }
  const change = (at, state, reason, streak) => ({ at, state, reason, description: null, streak });
  return {
    patient: 1,
    kind,
    durationSeconds: 120,
    doors: ['a', 'b'].map((zone, i) => ({ zone, address: asked ? (internal ? `10.0.${i + 1}.20` : `203.0.113.${10 + 64 * i}`) : null })),
    requests,
    inside: inside ? requests.map((each, n) => ({ ...each, until: each.at + (n % 3 ? 0.1 : 10), door: null, outcome: n % 3 ? 'ok' : 'silent', status: n % 3 ? 200 : 0 })) : [],
    health: targets.map((target, i) => ({
      target,
      zone: 'aab'[i],
      changes: [
        change(0, 'initial', 'Elb.InitialHealthChecking', 0),
        ...(own.reason
          ? [
              change(8 + i, 'unhealthy', own.reason, 0),
              ...(solved ? [1, 2, 3, 4].map(n => change(solvedAt + n * 5 + i, 'unhealthy', own.reason, n)) : []),
              ...(solved ? [change(solvedAt + 25 + i, 'healthy', null, 5)] : []),
            ]
          : [change(1 + i, 'healthy', null, 1)]),
      ],
    })),
    probes: probes.map(([id, at]) => ({
      id,
      at,
      before: at > solvedAt ? 1 : 0,
      lines: [
        { text: '$ curl -i https://shop.kr/', mark: '' },
        { text: 'HTTP/1.1 504 Gateway Time-out', mark: 'bad' },
        ...(id === 'host' && fault === 'localhost' ? [{ text: 'LISTEN 127.0.0.1:8080', mark: '' }] : []),
      ],
      ends: own.probes[id].map((how, i, all) =>
        at > solvedAt
          ? { how: 'arrived', seen: 'target', door: all.length > 1 ? i : null }
          : { how, seen: how === 'arrived' ? 'target' : id === 'subnet' && how === 'silent' ? (solved ? 'target-sg' : 'group-port') : seen, door: all.length > 1 ? i : null },
      ),
    })),
    opened: opened.map(([place, at]) => ({ place, at, lines: place === 'listener' ? ['HTTP:80', 'HTTPS:443'] : ['sg-web', '8080 ← 198.51.100.9/32'], values: place === 'listener' ? [{ id: 'other', text: 'HTTP:80, HTTPS:8443' }] : [], chosen: 'now', broken: place === own.place })),
    repairs: [
      ...vain.map(([place, at]) => ({ place, value: 'other', at, vain: true })),
      ...(solved ? [{ place: own.place, value: 'right', at: solvedAt, vain: false }] : []),
    ],
    symptom: { answered: 0, of: 12, worst: { status: own.status, text: '' } },
    solved,
    solvedAt: solved ? solvedAt : null,
    effort: { probes: probes.length, openings: opened.length, repairs: vain.length + (solved ? 1 : 0), best: solved ? 3 : null },
    told: solved ? [{ fault, place: own.place, probes: {}, console: '', cli: '' }] : null,
  };
}
