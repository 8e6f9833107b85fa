import * as doctor from '../../main/resources/static/js/labs/doctor.js';
import { actsOf, actsText, withAct } from '../../main/resources/static/js/labs/doctor/acts.js';
import { askOf } from '../../main/resources/static/js/labs/doctor/describe.js';
import { addressesAt, isInside, valueAt } from '../../main/resources/static/js/labs/doctor/run.js';
import { noteLink, noteText } from '../../main/resources/static/js/labs/doctor/note-text.js';
import { spots, stopOf } from '../../main/resources/static/js/labs/doctor/layout.js';
import { shared } from '../../main/resources/static/js/labs/signs.js';
import { Asking } from '../../main/resources/static/js/scene/asking.js';
import { recordingContext } from './recording-context.js';
import { PLACES, sampleDoctor } from './sample-doctor.js';
import { equal, holds, story } from './story.js';

const ruler = recordingContext().context,
  palette = new Proxy({ sans: 'sans' }, { get: (of, name) => of[name] ?? String(name) }),
  look = { palette, words: (key, ...values) => `${key.split('.').at(-1)}${values.length ? ` ${values.join(' ')}` : ''}` },
  ASKED = /** @type {[string, number][]} */ ([['client', 14], ['subnet', 18], ['host', 22]]),
  WIDTHS = [328, 358, 640, 780, 932, 1240];

const runOf = (how, places = PLACES) => doctor.runOf(sampleDoctor(how), places);

/** Every mark of the picture at t. */
function marksOf(run, t, width = 932) {
  const L = doctor.layout(run, { width }, look),
    marks = [];
  doctor.draw(new Asking(ruler, mark => marks.push(mark)), run, L, t * 1e6, { speed: 1 });
  return { L, marks, of: sign => marks.filter(mark => mark.sign === sign), right: sign => Math.max(...marks.filter(mark => mark.sign === sign).map(mark => mark.x + mark.w)) };
}

story('doctor: no line, letter, ring or cross goes beyond what can be known', () => {
  for (const [fault, edge] of [['balancer-sg', 'door'], ['no-listener', 'balancer-sg'], ['target-sg', 'target-sg']])
    for (const width of [328, 780, 932]) {
      const run = runOf({ fault, probes: [['client', 14]] });
      for (let t = 1; t < 40; t += 1.3) {
        const { L, marks } = marksOf(run, t, width),
          most = stopOf(L, edge);
        for (const { sign, x, w } of marks)
          if (['letter', 'waiting', 'failed', 'probe', 'end.silent', 'end.refused', 'end.answered'].includes(sign))
            holds(x + w / 2 <= most + 8, `${sign} at ${x} beyond ${most}, ${fault}, ${t} s, ${width} px`);
      }
    }
});

story('doctor: once the case is solved, scrubbing back shows where it really ended', () => {
  const before = marksOf(runOf({ fault: 'balancer-sg', probes: ASKED }), 30),
    after = marksOf(runOf({ fault: 'balancer-sg', probes: ASKED, solvedAt: 70 }), 30);
  holds(before.right('probe') > 0, 'there is a line');
  const [known] = before.of('end.silent'),
    [true_] = after.of('end.silent');
  holds(known.x < before.L.X.wall && true_.x > after.L.X.wall, `${known.x}, then ${true_.x}`);
  equal([before.of('unknown').length > 0, after.of('unknown').length], [true, 0], 'dots lead on only as long as nobody knows');
});

story('doctor: a gate is drawn shut only once somebody has opened it, or the case is solved', () => {
  const shut = (how, t) => marksOf(runOf(how), t).of('shut').length;
  equal(shut({ probes: ASKED }, 60), 0, 'nobody looked');
  equal([shut({ opened: [['target-sg', 20]] }, 19), shut({ opened: [['target-sg', 20]] }, 21)], [0, 3], 'opened at 20 s');
  equal([shut({ solvedAt: 40 }, 30), shut({ solvedAt: 40 }, 41)], [3, 0], 'solved: shut before the repair, open after it');
  equal(shut({ fault: 'balancer-sg', opened: [['target-sg', 20]] }, 60), 0, 'another gate than the one that is shut');
});

story('doctor: a socket is shown closed only to who asked on the instance or opened it', () => {
  const alone = (how, t) => marksOf(runOf({ fault: 'localhost', ...how }), t).of('socket-alone').length > 0;
  equal([alone({}, 60), alone({ probes: [['host', 20]] }, 19), alone({ probes: [['host', 20]] }, 21)], [false, false, true]);
  equal([alone({ solvedAt: 50 }, 40), alone({ solvedAt: 50 }, 51)], [true, false]);
});

story('doctor: what listens is a question until it is opened, and addresses stand at the doors once they were asked for', () => {
  const words = (how, t) => {
    const { context, calls } = recordingContext(),
      run = runOf(how);
    doctor.draw(context, run, doctor.layout(run, { width: 932 }, look), t * 1e6, { speed: 1 });
    return calls.filter(([name]) => name === 'fillText').map(([, text]) => text);
  };
  holds(words({}, 30).includes('?') && !words({}, 30).some(text => text.includes('443')), 'nobody looked');
  holds(words({ opened: [['listener', 20]] }, 21).includes(':443') && words({ opened: [['listener', 20]] }, 19).includes('?'), 'looked at 20 s');
  const set = { opened: /** @type {[string, number][]} */ ([['listener', 20]]), vain: /** @type {[string, number][]} */ ([['listener', 30]]) };
  equal([words(set, 29), words(set, 31)].map(all => all.includes(':8443')), [false, true], 'what was chosen since');
  const known = { probes: /** @type {[string, number][]} */ ([['client', 20]]) };
  equal([words(known, 19), words(known, 21)].map(all => all.some(text => text.includes('203.0.113.10'))), [false, true]);
});

story('doctor: another scheme is another balancer: its addresses are not those that were asked for before', () => {
  const run = runOf({ internal: true, probes: [['client', 14], ['client', 50]], vain: [['scheme', 40]] }),
    at = t => [addressesAt(run, t * 1e6)[0], isInside(run, t * 1e6)];
  run.probes[1].lines.splice(1, 0, { text: '203.0.113.10', mark: '' }, { text: '203.0.113.74', mark: '' });
  equal([at(13), at(15), at(41), at(51)], [[null, false], ['10.0.1.20', true], [null, false], ['203.0.113.10', false]]);
});

story('doctor: probes from before a repair fade, and one asked again is drawn anew', () => {
  const alphas = (how, t) => {
    const { context, calls } = recordingContext(),
      run = runOf(how);
    doctor.draw(context, run, doctor.layout(run, { width: 932 }, look), t * 1e6, { speed: 1 });
    return calls.filter(([name, value]) => name === 'globalAlpha=' && value < 1).length;
  };
  const vain = /** @type {[string, number][]} */ ([['bind', 30]]);
  equal(alphas({ probes: [['client', 14]], vain }, 29), 0, 'before the repair');
  holds(alphas({ probes: [['client', 14]], vain }, 31) > 0, 'after it');
  equal(alphas({ probes: [['client', 14], ['client', 32]], vain }, 40), 0, 'asked again');
});

story('doctor: the sentence says what the browser showed by then and nothing of what is behind it', () => {
  const said = (how, t) => askOf(runOf(how), t * 1e6, (key, ...values) => `${key} ${values}`.trim()).said;
  equal(said({}, 1)[0], 'ask.browser.none');
  equal(said({}, 30), ['ask.browser.only 504', 'ask.targets.unhealthy 3,3', 'ask.where']);
  equal(said({ fault: 'balancer-sg' }, 30), ['ask.browser.only answer.silent', 'ask.targets.healthy', 'ask.where']);
  equal(said({ targets: [] }, 30)[1], 'ask.targets.none');
  equal(said({ kind: 'nlb', inside: true }, 12.4)[2], 'ask.inside 3,2', 'what the targets ask themselves went otherwise than what customers ask');
  equal(said({ kind: 'nlb' }, 12.4)[2], 'ask.where', 'nobody asks inside');
});

story('doctor: after a repair the sentence speaks of what came since, and the list of what was chosen', () => {
  const run = runOf({ opened: [['target-sg', 20]], solvedAt: 40, vain: [['bind', 30]] }),
    said = t => askOf(run, t * 1e6, (key, ...values) => `${key} ${values}`.trim()).said;
  equal([said(29)[0], said(30.1).slice(0, 2)], ['ask.browser.only 504', ['ask.since', 'ask.browser.none']]);
  equal(said(60).slice(0, 2), ['ask.since', 'ask.browser.fine'], 'no failure of before');
  equal([valueAt(run, 'target-sg', 19e6), valueAt(run, 'target-sg', 21e6), valueAt(run, 'target-sg', 41e6)], [undefined, 'now', 'right']);
});

story('doctor: counted are requests that ended, and the window shows the last of them', () => {
  const { context, calls } = recordingContext(),
    run = runOf({ solvedAt: 40 });
  doctor.draw(context, run, doctor.layout(run, { width: 932 }, look), 60e6, { speed: 1 });
  const texts = calls.filter(([name]) => name === 'fillText').map(([, text]) => text),
    done = run.requests.filter(each => each.ends <= 60e6);
  holds(texts.includes('200') && !texts.includes('504'), 'answered again');
  holds(texts.includes(`count ${done.filter(each => each.outcome === 'ok').length} ${done.length}`), texts.join(' | '));
});

story('doctor: the same instant is drawn the same, whichever way one came to it', () => {
  const run = runOf({ probes: ASKED, opened: [['target-sg', 26]], solvedAt: 40 }),
    L = doctor.layout(run, { width: 932 }, look),
    at = t => {
      const { context, calls } = recordingContext();
      doctor.draw(context, run, L, t * 1e6, { speed: 1 });
      return calls;
    },
    wanted = at(33.3);
  for (const t of [0, 120, 14.4, 80, 3]) at(t);
  equal(at(33.3), wanted);
});

story('doctor: nothing leaves the stage, numbers do not touch each other, and each is pressed where it stands', () => {
  for (const width of WIDTHS)
    for (const kind of ['alb', 'nlb']) {
      const run = runOf({ kind, probes: ASKED, solvedAt: 70 }),
        L = doctor.layout(run, { width }, look);
      for (const t of [0, 12, 15, 40, 75, 120]) {
        doctor.draw(
          new Asking(ruler, ({ sign, x, y, w, h }) => holds(x > -8 && x + w < width + 8 && y > -8 && y + h < L.H + 8, `${sign} at ${x}, ${y} of ${width}`)),
          run, L, t * 1e6, { speed: 1 },
        );
      }
      const xs = spots(L, PLACES);
      if (width < 760) equal(xs, [], 'a phone has the list');
      xs.forEach((x, i) => {
        holds(i === 0 || x - xs[i - 1] >= 20.9, `numbers ${i} and ${i + 1} at ${xs[i - 1]}, ${x} of ${width}`);
        equal(doctor.touchAt(L, run, x, 38, 20e6), { kind: 'place', place: PLACES[i] });
      });
    }
});

story('doctor: whatever is painted means something that is explained', () => {
  const known = new Set([...doctor.signs, ...shared].map(([name]) => name)),
    quiet = new Set(['rule', 'rule2', 'paper', 'sheet']);
  for (const fault of /** @type {const} */ (['target-sg', 'balancer-sg', 'no-listener', 'localhost']))
    for (const width of [358, 932])
      for (const [how, t] of /** @type {[object, number][]} */ ([[{}, 13], [{ probes: ASKED }, 30], [{ probes: ASKED, opened: PLACES.map(place => [place, 24]) }, 30], [{ probes: ASKED, solvedAt: 40 }, 30], [{ solvedAt: 40 }, 55], [{ targets: [] }, 20], [{ kind: 'nlb', inside: true }, 30]])) {
        const run = runOf({ fault, ...how }),
          check = ({ sign, kind, color }) => {
            if (!sign && (quiet.has(color) || (kind === 'words' && color === 'ink3'))) return;
            holds(sign && known.has(sign), `"${sign}" is painted in ${color} (${kind}), ${fault}, ${width} px`);
          };
        doctor.draw(new Asking(ruler, check), run, doctor.layout(run, { width }, look), t * 1e6, { speed: 1 });
        doctor.drawScrubber(new Asking(ruler, ({ sign, ...mark }) => sign && check({ sign, ...mark })), run, { width, height: 92 }, look, t * 1e6);
      }
  equal(new Set(doctor.signs.map(([name]) => name)).size, doctor.signs.length, 'no name twice');
});

story('doctor: an act happens at the instant on screen, and takes with it what was done after that', () => {
  const acts = actsOf('probe:client@14,open:target-sg@20.5,repair:target-sg:from-balancer@26');
  equal(actsText(acts), 'probe:client@14,open:target-sg@20.5,repair:target-sg:from-balancer@26');
  equal(actsText(withAct(acts, 'probe:host', 30.26e6)), 'probe:client@14,open:target-sg@20.5,repair:target-sg:from-balancer@26,probe:host@30.2');
  equal(actsText(withAct(acts, 'probe:subnet', 18e6)), 'probe:client@14,probe:subnet@18', 'what came later is another run');
  equal(actsText(withAct(acts, 'probe:subnet', 120e6)), `${actsText(acts)},probe:subnet@112`, 'at the end there is still something to see of it');
  equal(actsText(withAct([], 'open:bind', 0)), 'open:bind@0');
});

story('doctor: what goes into a note names the cause only once it was found, and leads back', () => {
  const words = (key, ...values) => `${key} ${values}`.trim(),
    link = noteLink('7', actsOf('probe:client@14,repair:listener:443@20.5'), '#t=30'),
    text = how => noteText(runOf(how), link, place => `[${place}]`, words);
  equal(text({ probes: ASKED, opened: [['target-sg', 26]] }), `note.open 1,3,1,0\n\n[note.again](${link})`);
  equal(text({ probes: ASKED, solvedAt: 40 }), `note.solved 1,3,0,1,[target-sg]\n\n[note.again](${link})`);
  // as days let it stand: SafeHtml
  holds(/^\/labs\/[a-z][a-z-]{0,40}\?[\w=&,.:%-]{1,4000}(#t=[\d.]{1,20})?$/.test(link), link);
});
