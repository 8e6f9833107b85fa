// What the doctor hands to today's entry: a sentence of how it went, and a link that opens it again. The answer stands in it only
// once it was found.
import { actsText } from './acts.js';

/**
 * A day leads to the addresses of labs alone, and to this scene by the lab's.
 * @param {string} patient
 * @param {import('./acts.js').Act[]} acts
 * @param {string} hash the instant
 */
export const noteLink = (patient, acts, hash) =>
  `/labs/elb?scene=doctor&patient=${patient}${acts.length ? `&acts=${actsText(acts).replaceAll('@', '%40')}` : ''}${hash}`;

/**
 * @param {any} run
 * @param {string} link from the root of the application
 * @param {(place: string) => string} nameOf a place
 * @param {(key: string, ...values: any[]) => string} words
 */
export function noteText(run, link, nameOf, words) {
  const { probes, openings, repairs } = run.effort,
    causes = [...new Set((run.told ?? []).map(each => nameOf(each.place)))].join(', '),
    said = run.solved
      ? words('note.solved', run.patient, probes, openings, repairs, causes)
      : words('note.open', run.patient, probes, openings, repairs);
  return `${said}\n\n[${words('note.again')}](${link})`;
}
