"use strict";
// The picture: vis-network with our nodes and lines in the places that Python chose.
((app) => {
  const { byId } = app.dom;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let network = null;
  let nodes = null;
  let edges = null;

  const { isInferred } = app.looks;

  // A rim of paper keeps nodes apart from lines; round small nodes it would be all there is to see.
  const rim = (node) => {
    if (isInferred(node) || app.marks.isGone(node)) return 1.5;
    if (app.data.nodes.length >= 900) return 0.3;
    return node.size < 10 ? 0.7 : 1.5;
  };
  const nodeLook = (node) => {
    const colour = app.looks.ofNode(node);
    const paper = app.theme.colour("paper");
    const hollow = isInferred(node) || app.marks.isGone(node);
    const fill = { background: hollow ? app.theme.mix(colour, paper, 0.72) : colour, border: hollow ? colour : paper };
    return { ...fill, highlight: fill, hover: fill };
  };
  // The more lines, the fainter each: a crowd of them must not hide the nodes.
  const opacity = Math.max(0.22, Math.min(1, Math.sqrt(900 / app.data.edges.length)));
  const edgeLook = () => {
    const colour = app.theme.colour("tie");
    return { color: colour, highlight: colour, hover: colour, opacity, inherit: false };
  };

  // Ids of vis-network are our numbers: it keeps items in plain objects, where an id such as __proto__ does harm.
  const asNode = (node) => ({
    id: node.index,
    x: node.x,
    y: node.y,
    shape: node.shape,
    size: node.size,
    color: nodeLook(node),
    borderWidth: rim(node),
    shapeProperties: { borderDashes: app.marks.isGone(node) ? [1, 3] : isInferred(node) ? [4, 3] : false },
  });
  // From afar a dash is less than two pixels, which nobody sees, and a dashed line takes three times as long to draw.
  const MANY = 1500;
  const DASHES_SEEN = 0.3;
  let dashed = true;
  const dashesOf = (edge) => (dashed && isInferred(edge) ? [5, 4] : false);
  const dash = (scale) => {
    const wanted = app.data.edges.length < MANY || scale >= DASHES_SEEN;
    if (wanted === dashed) return;
    dashed = wanted;
    for (const edge of drawn.edges) network.body.edges[edge.index].options.dashes = dashesOf(edge);
  };
  const asEdge = (edge) => {
    const ends = { from: edge.from.index, to: edge.to.index };
    const way = edge.bend > 0 ? "curvedCW" : "curvedCCW";
    const smooth = edge.bend ? { enabled: true, type: way, roundness: Math.abs(edge.bend) } : false;
    const arrows = app.data.edgeTypes[edge.type].symmetric ? "" : "to";
    return { id: edge.index, ...ends, arrows, smooth, dashes: dashesOf(edge), ...app.marks.ofEdge(edge) };
  };

  // Only what is not inside a closed community is in vis-network: what it has costs time, seen or not.
  const drawn = { nodes: [], edges: [] };
  const isOpen = (node) => node.inside === null && node.placed;
  const isOut = (edge) => edge.from.drawn && edge.to.drawn;
  // What stays is left alone; where nothing is closed, what a layout has no place for stays too, hidden.
  const bring = () => {
    const leaving = drawn.nodes.filter((node) => node.inside !== null);
    for (const node of leaving) node.drawn = false;
    const parting = drawn.edges.filter((edge) => !isOut(edge));
    for (const edge of parting) edge.drawn = false;
    const coming = app.data.nodes.filter((node) => !node.drawn && isOpen(node));
    for (const node of coming) node.drawn = true;
    const out = coming.length || leaving.length ? app.data.edges.filter(isOut) : [];
    const joining = coming.length ? out.filter((edge) => !edge.drawn && !app.lines.isLine(edge)) : [];
    for (const edge of joining) edge.drawn = true;
    if (parting.length) edges.remove(parting.map(({ index }) => index));
    if (leaving.length) nodes.remove(leaving.map(({ index }) => index));
    if (coming.length) nodes.add(coming.map(asNode));
    if (joining.length) edges.add(joining.map(asEdge));
    drawn.nodes = app.data.nodes.filter((node) => node.drawn);
    drawn.edges = app.data.edges.filter((edge) => edge.drawn);
    if (out.length || leaving.length) app.lines.set(out.filter(app.lines.isLine));
    app.closed.gather();
    return coming.length > 0;
  };

  const start = () => {
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    bring();
    const options = structuredClone(app.data.options);
    options.edges.color = edgeLook();
    network = new vis.Network(byId("map"), { nodes, edges }, options);
    byId("map").firstElementChild.tabIndex = -1;
    network.on("beforeDrawing", (context) => {
      dash(network.getScale());
      app.guide.draw(context, network.getScale());
      app.lines.draw(context, network, opacity);
      app.closed.draw(context, network.getScale());
    });
    network.on("dragEnd", keepCamera);
    network.on("zoom", keepCamera);
    if (!app.data.options.interaction.hideEdgesOnZoom) network.on("zoom", drawNoMore);
    network.on("animationFinished", keepCamera);
    app.theme.onChange(restyle);
    app.state.on(["colour"], restyle);
    app.state.on(["size"], resize);
    app.state.on(["layout"], move);
    app.state.on(["moved"], () => {
      settle();
      network.redraw();
    });
    app.state.on(["camera"], look);
    app.shown.onChange(show);
    app.language.onChange(() => network.redraw());
    settle();
    show();
    if (app.state.get().camera) look();
    else fit(false);
  };

  // Where the reader looks belongs to the state, but each move is no step back of its own.
  let keeping = 0;
  const keepCamera = () => {
    clearTimeout(keeping);
    keeping = setTimeout(() => {
      const { x, y } = network.getViewPosition();
      const camera = [Math.round(x), Math.round(y), Number(network.getScale().toFixed(5))];
      app.state.change({ camera }, { step: false });
    }, 250);
  };
  // vis-network draws once more a while after a zoom, to show the lines that it hid: for nothing where it hid none,
  // or where all has been drawn since.
  const drawNoMore = () => {
    clearTimeout(network.renderer.zoomTimeoutId);
    network.renderer.zooming = false;
  };
  const redraw = () => {
    drawNoMore();
    network.redraw();
  };
  const look = () => {
    const { camera } = app.state.get();
    if (camera === null) return app.framing.first();
    const [x, y, scale] = camera;
    const now = network.getViewPosition();
    const near = Math.hypot(now.x - x, now.y - y) * scale < 2 && Math.abs(network.getScale() / scale - 1) < 0.01;
    if (!near) network.moveTo({ position: { x, y }, scale, animation: false });
    return undefined;
  };

  // Puts every mark where the layout has its node.
  const settle = () => {
    for (const { index, placed, x, y } of drawn.nodes) if (placed) Object.assign(network.body.nodes[index], { x, y });
    measure();
  };
  const measure = () => {
    app.looks.resize();
    for (const node of drawn.nodes) {
      const mark = network.body.nodes[node.index];
      mark.options.size = node.size;
      mark.shape.refreshNeeded = true;
    }
  };
  const resize = () => {
    measure();
    network.redraw();
  };
  const move = () => {
    settle();
    fit(false);
  };

  const restyle = () => {
    const { body } = network;
    for (const node of drawn.nodes) body.nodes[node.index].options.color = nodeLook(node);
    const plain = edgeLook();
    for (const edge of drawn.edges)
      body.edges[edge.index].options.color = (edge.change && app.marks.ofEdge(edge).color) || plain;
    network.redraw();
  };

  // Sets what is hidden straight on vis-network's own items: through its data sets it takes ten times as long.
  const show = () => {
    if (bring()) {
      settle();
      restyle();
    }
    const { body } = network;
    for (const node of drawn.nodes) body.nodes[node.index].options.hidden = node.hidden;
    for (const edge of drawn.edges) body.edges[edge.index].options.hidden = edge.hidden;
    network._updateVisibleIndices();
    network.redraw();
  };

  const animation = () => (calm.matches ? false : { duration: 450, easingFunction: "easeInOutCubic" });
  const AROUND = { x: 56, y: 44 };
  // A layout with headings has room for them, beside the buttons that lie on the map.
  const ROOM = { left: 60, right: 20, top: 16, bottom: 16 };
  const fitGuide = (wide, high) => {
    let scale = 1;
    let box = null;
    // What texts take depends on the scale, which depends on what they take: it settles at once.
    for (let round = 0; round < 4; round += 1) {
      box = app.guide.bounds(scale);
      const across = (wide - ROOM.left - ROOM.right) / (box[2] - box[0]);
      scale = Math.max(0.002, Math.min(1.3, across, (high - ROOM.top - ROOM.bottom) / (box[3] - box[1])));
    }
    return { scale, x: (box[0] + box[2] + (ROOM.right - ROOM.left) / scale) / 2, y: (box[1] + box[3]) / 2 };
  };
  const fitNodes = (shown, wide, high) => {
    const { left, top, right, bottom } = app.placing.reach(shown);
    const fitting = Math.min((wide - 2 * AROUND.x) / (right - left), (high - 2 * AROUND.y) / (bottom - top));
    return { scale: Math.max(0.002, Math.min(1.6, fitting)), x: (left + right) / 2, y: (top + bottom) / 2 };
  };
  // Middle and scale by which all that is shown fits in an area of this size; null where nothing is.
  const whole = (wide, high) => {
    const shown = app.data.nodes.filter((node) => !node.hidden);
    if (!shown.length) return null;
    return app.placing.layout().guide ? fitGuide(wide, high) : fitNodes(shown, wide, high);
  };
  // All that is shown, beside the panel where that lies over the map.
  const fit = (animated = true) => {
    const covered = app.details.covers();
    const { clientWidth, clientHeight } = network.canvas.frame.canvas;
    const found = whole(clientWidth - covered.right, clientHeight - covered.bottom);
    if (!found) return;
    const { scale, x, y } = found;
    const position = { x: x + covered.right / 2 / scale, y: y + covered.bottom / 2 / scale };
    network.moveTo({ position, scale, animation: animated ? animation() : false });
  };
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: animation() });
  const pan = (dx, dy) => {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale }, animation: false });
    keepCamera();
  };
  // Where to look at these nodes; without motion nothing tells that the picture has come there.
  const frame = (some) => {
    network.moveTo({ ...app.framing.around(some), animation: animation() });
    if (calm.matches) keepCamera();
  };
  const goTo = (node) => frame(app.framing.near(node));

  app.picture = {
    start,
    fit,
    whole,
    keepCamera,
    zoom,
    pan,
    goTo,
    frame,
    network: () => network,
    redraw,
    nodeAt: (point) => {
      const id = network.getNodeAt(point);
      return id === undefined ? null : app.data.nodes[id];
    },
    edgeAt: (point) => {
      const id = network.getEdgeAt(point);
      return id === undefined ? app.lines.at(network.DOMtoCanvas(point), network.getScale()) : app.data.edges[id];
    },
    // Draws these over what is already there; the relations in the colour and width given.
    drawAgain: (context, someNodes, someEdges, colour, width) => {
      const { body } = network;
      for (const edge of someEdges) {
        const item = body.edges[edge.index];
        if (!item) {
          if (isOut(edge)) app.lines.again(context, edge, colour, width);
          else app.closed.tie(context, edge, colour, width);
          continue;
        }
        const before = { color: item.options.color, width: item.options.width };
        item.options.color = { color: colour, opacity: 1, inherit: false };
        item.options.width = width;
        item.draw(context);
        item.drawArrows(context);
        Object.assign(item.options, before);
      }
      for (const node of someNodes) if (node.drawn) body.nodes[node.index].draw(context);
      app.closed.paint(context, new Set(someNodes.map(({ inside }) => inside)), network.getScale());
    },
  };
})((window.gronagraf = window.gronagraf || {}));
