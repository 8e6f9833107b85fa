/**
 * Gives a canvas as many device pixels as it covers and returns a context that counts in units of the picture.
 * @param {number} width in units
 * @param {number} height in units
 * @param {number} [scale] CSS pixels of a unit
 */
export function fit(canvas, width, height, scale = 1) {
  const ratio = (devicePixelRatio || 1) * scale,
    w = Math.round(width * ratio),
    h = Math.round(height * ratio);
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.height = `${height * scale}px`;
  }
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
