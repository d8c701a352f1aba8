"use strict";
// A name under the pointer: of the node, or of the relation when there is no node there.
((app) => {
  const { byId, make, on } = app.dom;
  const { typeName, relationName } = app.text;
  const MANY = 6000;

  const describe = (point) => {
    const node = app.picture.nodeAt(point);
    if (node) return [make("strong", {}, node.label), make("span", {}, typeName(node.type))];
    const mark = app.closed.at(point);
    if (mark) return [make("strong", {}, app.groups.name(mark.group)), make("span", {}, app.communities.about(mark))];
    const edge = app.data.edges.length <= MANY ? app.picture.edgeAt(point) : null;
    if (!edge) return null;
    return [
      make("span", {}, `${edge.from.label} `, make("em", {}, relationName(edge, edge.from)), ` ${edge.to.label}`),
    ];
  };

  const start = () => {
    const tip = byId("tip");
    const map = byId("map");
    let waiting = null;
    const hide = () => {
      tip.hidden = true;
      map.classList.remove("is-over");
    };
    const show = ({ x, y, width, height }) => {
      waiting = null;
      const words = describe({ x, y });
      if (!words) return hide();
      tip.replaceChildren(...words);
      tip.hidden = false;
      map.classList.add("is-over");
      tip.style.left = `${Math.max(4, Math.min(x + 14, width - tip.offsetWidth - 8))}px`;
      tip.style.top = `${y + 22 + tip.offsetHeight > height ? y - tip.offsetHeight - 10 : y + 18}px`;
      return undefined;
    };
    on(map, "pointermove", (event) => {
      if (event.buttons || event.pointerType === "touch") return hide();
      const box = map.getBoundingClientRect();
      const point = { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width, height: box.height };
      if (waiting === null) requestAnimationFrame(() => waiting && show(waiting));
      waiting = point;
      return undefined;
    });
    on(map, "pointerleave", () => {
      waiting = null;
      hide();
    });
  };

  app.tooltip = { start };
})((window.gronagraf = window.gronagraf || {}));
