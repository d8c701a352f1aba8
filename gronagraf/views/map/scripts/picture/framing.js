"use strict";
// Where to look so that some nodes are seen together, beside the buttons and the panel that lie over the map.
((app) => {
  const { byId } = app.dom;
  const NEAREST = 1.1;
  // In a small window a wide neighbourhood would be dust: then the first node is in the middle, near enough to be seen.
  const SMALL = 480;
  const FARTHEST = 0.42;
  const ROOM = { left: 72, right: 48, top: 40, bottom: 48 };

  // The room that is left for the picture, and how far its middle is from that of the map.
  const room = () => {
    const map = byId("map").getBoundingClientRect();
    const over = app.details.covers();
    const [right, bottom] = [ROOM.right + over.right, ROOM.bottom + over.bottom];
    return {
      wide: Math.max(80, map.width - ROOM.left - right),
      high: Math.max(80, map.height - ROOM.top - bottom),
      aside: { x: (right - ROOM.left) / 2, y: (bottom - ROOM.top) / 2 },
    };
  };
  const middle = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });
  // Middle and scale; a scale that already shows them all, and not from too far away, is kept.
  const around = (nodes) => {
    const box = app.placing.reach(nodes);
    const { wide, high, aside } = room();
    const fitting = Math.min(wide / (box.right - box.left), high / (box.bottom - box.top));
    const tight = wide < SMALL && fitting < FARTHEST;
    const most = tight ? FARTHEST : Math.min(NEAREST, fitting);
    const now = app.picture.network().getScale();
    const scale = now <= Math.max(fitting, most) && now >= 0.6 * most ? now : most;
    const { x, y } = tight ? nodes[0] : middle(box);
    return { position: { x: x + aside.x / scale, y: y + aside.y / scale }, scale };
  };
  const near = (node) => [node, ...app.ways.around(node, 1).keys()].filter((each) => !each.hidden);
  // Where an address says nothing of where to look: at all of it, or, where the panel leaves but a strip, at what is lit.
  const first = () => {
    const lit = app.focus.lit();
    if (lit && lit.nodes.length && app.details.covers().bottom)
      app.picture.network().moveTo({ ...around(lit.nodes), animation: false });
    else app.picture.fit(false);
  };
  // Whether the panel has come to lie over this node.
  const covered = ({ x, y }) => {
    const { clientWidth, clientHeight } = byId("map");
    const over = app.details.covers();
    const spot = app.picture.network().canvasToDOM({ x, y });
    return spot.x > clientWidth - over.right || spot.y > clientHeight - over.bottom;
  };

  app.framing = { around, near, first, covered };
})((window.gronagraf = window.gronagraf || {}));
