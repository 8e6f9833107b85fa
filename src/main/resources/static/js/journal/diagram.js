// Runs in the frame that diagrams are drawn in; see drawn.js.
addEventListener('message', async event => {
  if (event.source !== parent) return;
  const { source, theme } = event.data;
  try {
    // Labels as text, not as HTML: a picture cannot hold any.
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme, htmlLabels: false, flowchart: { htmlLabels: false }, class: { htmlLabels: false }, fontFamily: 'system-ui, "Noto Sans CJK KR", sans-serif' });
    const { svg } = await mermaid.render('diagram', source);
    document.body.innerHTML = svg;
    const drawn = document.querySelector('svg');
    const box = drawn.viewBox.baseVal;
    drawn.setAttribute('width', box.width);
    drawn.setAttribute('height', box.height);
    drawn.style.maxWidth = '';
    parent.postMessage({ svg: new XMLSerializer().serializeToString(drawn), width: box.width, height: box.height }, '*');
  } catch (cannot) {
    parent.postMessage({ error: String(cannot) }, '*');
  }
});
parent.postMessage('ready', '*');
