// What theory says of the conditions on the page: shares by zone with and without cross-zone, and how old answers die out.

const percent = share => +(100 * share).toFixed(1);

export function theory({ targets, ttlMicros }, words) {
  const api = targets.filter(({ service }) => service === 1),
    a = api.filter(({ zone }) => zone === 0).length,
    b = api.length - a,
    said = [];
  if (a && b) said.push(words('theory.share', a, percent(0.5 / a), b, percent(0.5 / b), percent(1 / api.length)));
  said.push(words('theory.stale', ttlMicros / 1e6, ttlMicros / 2e6));
  return said.join(' ');
}
