"use strict";
// Where the chosen layout has each node, and how far some of them reach.
((app) => {
  const layout = () => app.data.layouts.get(app.state.get().layout);

  const place = () => {
    const { points } = layout();
    const { moved } = app.state.get();
    const own = (node) => (Object.hasOwn(moved, node.id) ? moved[node.id] : node.home);
    for (const node of app.data.nodes) {
      const [x, y] = points ? points.get(node.index) || [null, null] : own(node);
      node.placed = x !== null && x !== undefined;
      if (node.placed) Object.assign(node, { x, y });
    }
  };

  // The rectangle that holds these nodes.
  const reach = (nodes) => {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const take = (left, top, right, bottom) => {
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right);
      box.bottom = Math.max(box.bottom, bottom);
    };
    for (const { x, y, size } of nodes) take(x - size, y - size, x + size, y + size);
    return box;
  };

  app.placing = {
    layout,
    reach,
    start: () => {
      app.state.on(["layout", "moved"], place);
      place();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
