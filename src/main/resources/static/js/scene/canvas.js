/** Gives a canvas as many device pixels as it covers and returns a context that counts in CSS pixels. */
export function fit(canvas, width, height) {
  const ratio = devicePixelRatio || 1,
    w = Math.round(width * ratio),
    h = Math.round(height * ratio);
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
