// Draws the neighbourhood from the table beside it; without this file the table says the same.
// A colour and a shape say what kind of thing it is, nothing else. Words come from the page.
(() => {
  'use strict';

  const LABELS_MAX = 24;
  const RING_FIRST = 10;
  const RING_GAP = 170;
  const NARROW_PIXELS = 480;
  const CENTRE = 'centre';
  const SHAPES = { person: 'ellipse', body: 'round-rectangle', thing: 'diamond' };

  const figure = document.getElementById('graph');
  const sheet = document.getElementById('graph-sheet');
  const told = document.getElementById('graph-told');
  if (!figure || !sheet || typeof cytoscape !== 'function') { return; }

  const said = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll('.unseen').forEach((one) => one.remove());
    return copy.textContent.replace(/\s+/g, ' ').trim();
  };
  const ties = [...document.querySelectorAll('#ties tr[data-near]')].map((row) => ({
    row,
    id: row.dataset.near === sheet.dataset.id ? CENTRE : row.dataset.near,
    form: row.dataset.form,
    label: row.dataset.label,
    direction: row.dataset.direction,
    caption: row.querySelector('th a').textContent,
    href: row.querySelector('th a').getAttribute('href'),
    words: said(row.querySelector('td:last-child')),
  }));
  figure.hidden = false;
  const narrow = sheet.clientWidth < NARROW_PIXELS;
  const padding = narrow ? 12 : 48;
  const near = [...new Map(ties.map((tie) => [tie.id, tie])).values()].filter((tie) => tie.id !== CENTRE);

  // Rings around the middle, the inner ones first: the same table always gives the same picture. Nothing stands straight
  // below the middle, where its name is.
  const stretch = Math.min(1.35, Math.max(.7, Math.sqrt(sheet.clientWidth / sheet.clientHeight)));
  const place = (index) => {
    let ring = 1;
    let first = 0;
    while (index >= first + RING_FIRST * ring) { first += RING_FIRST * ring; ring += 1; }
    const here = Math.min(RING_FIRST * ring, near.length - first);
    const angle = 2 * Math.PI * (index - first + (here % 2 === 0 ? .5 : 0)) / here - Math.PI / 2;
    return { x: Math.cos(angle) * RING_GAP * ring * stretch, y: Math.sin(angle) * RING_GAP * ring / stretch };
  };
  const node = (id, caption, form, position) => ({ group: 'nodes', data: { id, caption, form }, position });
  const elements = [
    node(CENTRE, sheet.dataset.caption, sheet.dataset.form, { x: 0, y: 0 }),
    ...near.map((tie, index) => node(tie.id, tie.caption, tie.form, place(index))),
    ...ties.map((tie, index) => ({
      group: 'edges',
      data: {
        id: `tie-${index}`,
        label: tie.label,
        arrow: tie.direction === 'NONE' ? 'none' : 'triangle',
        source: tie.direction === 'IN' ? tie.id : CENTRE,
        target: tie.direction === 'IN' ? CENTRE : tie.id,
      },
    })),
  ];

  const colour = (name) => getComputedStyle(sheet).getPropertyValue(name).trim();
  const looks = () => {
    const ink = colour('--ink');
    const fill = { person: colour('--prosecution'), body: colour('--prevention'), thing: colour('--ink-2') };
    return [
      { selector: 'node', style: {
        'label': 'data(caption)', 'shape': (one) => SHAPES[one.data('form')], 'background-color': (one) => fill[one.data('form')],
        'width': 30, 'height': 30, 'color': ink, 'font-size': narrow ? 16 : 13, 'font-family': 'system-ui, sans-serif',
        'text-valign': 'bottom', 'text-margin-y': 6, 'text-wrap': 'wrap', 'text-max-width': narrow ? '100px' : '130px',
        'text-background-color': colour('--sheet'), 'text-background-opacity': .85, 'text-background-padding': '2px' } },
      { selector: `#${CENTRE}`, style: { 'width': 46, 'height': 46, 'font-weight': 700, 'text-max-width': '200px' } },
      { selector: 'edge', style: {
        'label': ties.length <= LABELS_MAX ? 'data(label)' : '', 'curve-style': 'bezier', 'width': 1.5,
        'line-color': colour('--line-strong'), 'target-arrow-color': colour('--line-strong'), 'target-arrow-shape': 'data(arrow)',
        'color': colour('--ink-2'), 'font-size': narrow ? 13 : 11, 'font-family': 'system-ui, sans-serif',
        'text-background-color': colour('--sheet'), 'text-background-opacity': .9, 'text-background-padding': '2px' } },
      { selector: 'node.at', style: { 'border-width': 5, 'border-color': colour('--focus'), 'outline-width': 2, 'outline-color': ink, 'outline-offset': 4 } },
      { selector: 'edge.at', style: { 'width': 3.5, 'line-color': ink, 'target-arrow-color': ink, 'label': 'data(label)' } },
    ];
  };

  const graph = cytoscape({
    container: sheet,
    elements,
    style: looks(),
    layout: { name: 'preset', fit: true, padding },
    // The wheel scrolls the page; buttons and keys make the picture larger.
    userZoomingEnabled: false,
    boxSelectionEnabled: false,
    autoungrabify: true,
    autounselectify: true,
    minZoom: .1,
    maxZoom: 4,
  });
  const whole = () => { graph.resize(); graph.fit(undefined, padding); };
  const zoom = (factor) => graph.zoom({ level: graph.zoom() * factor, renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  const steps = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit: whole };
  figure.querySelectorAll('[data-zoom]').forEach((button) => button.addEventListener('click', () => steps[button.dataset.zoom]()));
  addEventListener('resize', whole);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => graph.style(looks()));

  let at = -1;
  const show = (index) => {
    at = index;
    graph.elements('.at').removeClass('at');
    ties.forEach((tie) => tie.row.classList.toggle('at', near[at]?.id === tie.id));
    const one = near[at];
    if (!one) { told.textContent = ''; return; }
    const shown = graph.getElementById(one.id);
    shown.addClass('at').connectedEdges().addClass('at');
    const box = shown.renderedBoundingBox();
    if (box.x1 < 0 || box.y1 < 0 || box.x2 > graph.width() || box.y2 > graph.height()) { graph.center(shown); }
    told.textContent = `${one.caption}: ${ties.filter((tie) => tie.id === one.id).map((tie) => tie.words).join('; ')}`;
  };
  const open = (one) => { if (one) { location.assign(one.href); } };
  const keys = {
    ArrowRight: () => show((at + 1) % near.length),
    ArrowDown: () => show((at + 1) % near.length),
    ArrowLeft: () => show((Math.max(at, 0) + near.length - 1) % near.length),
    ArrowUp: () => show((Math.max(at, 0) + near.length - 1) % near.length),
    Home: () => show(0),
    End: () => show(near.length - 1),
    Enter: () => open(near[at]),
    Escape: () => show(-1),
    '+': steps.in,
    '-': steps.out,
    0: steps.fit,
  };
  sheet.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    if (act && near.length > 0 && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); act(); }
  });
  graph.on('tap', 'node', (event) => open(near.find((tie) => tie.id === event.target.id())));
  graph.on('mouseover', 'node', (event) => { show(near.findIndex((tie) => tie.id === event.target.id())); });
})();
