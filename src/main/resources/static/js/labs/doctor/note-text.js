// What the doctor hands to today's entry: a sentence of how it went, and a link that opens it again. The answer stands in it only
// once it was found.

/**
 * @param {any} run
 * @param {string} patient
 * @param {string} link from the root of the application
 * @param {(place: string) => string} nameOf a place
 * @param {(key: string, ...values: any[]) => string} words
 */
export function noteText(run, patient, link, nameOf, words) {
  const { probes, openings, repairs } = run.effort,
    causes = [...new Set((run.told ?? []).map(each => nameOf(each.place)))].join(', '),
    said = run.solved ? words('note.solved', patient, probes, openings, repairs, causes) : words('note.open', patient, probes, openings, repairs);
  return `${said}\n\n[${words('note.again')}](${link})`;
}
