"use strict";
// Walking the map by keys: from the chosen node along its relations, every step told, the keyboard staying on the map.
((app) => {
  const { byId } = app.dom;
  const { say, count, number } = app.language;
  const { typeName, relationName } = app.text;
  const MARGIN = 60;
  // The node whose neighbours are gone through, and the one among them where the walk stands.
  let pivot = null;
  let standing = null;

  const start = () => {
    const first = app.walking.mostConnected(app.data.nodes);
    if (!first) return app.status.announce(say("nothing_shown"));
    return stand(first);
  };
  const stand = (node) => {
    [pivot, standing] = [node, node];
    go(node, say("stands", node.label, typeName(node.type), count("neighbours", app.walking.neighbours(node).length)));
  };
  const step = (from, list, { node, edges }) => {
    [pivot, standing] = [from, node];
    const relations = [...new Set(edges.map((edge) => relationName(edge, from)))].join(", ");
    const place = number(list.findIndex((each) => each.node === node) + 1);
    go(node, say("walked", node.label, typeName(node.type), from.label, relations, place, number(list.length)));
  };
  const go = (node, told) => {
    app.details.follow(node, told);
    if (!inView(node)) app.picture.goTo(node);
  };
  // Well inside the window and not under the panel: then the picture stays as it is.
  const inView = (node) => {
    const { x, y } = app.picture.network().canvasToDOM({ x: node.x, y: node.y });
    const { clientWidth, clientHeight } = byId("map");
    const { right, bottom } = app.details.covers();
    return x > MARGIN && y > MARGIN && x < clientWidth - right - MARGIN && y < clientHeight - bottom - MARGIN;
  };

  const towards = (direction) => {
    const node = app.focus.node();
    if (!node || node.hidden) return start();
    const list = app.walking.neighbours(node);
    const next = app.walking.towards(node, list, direction);
    if (!next) return app.status.announce(say("none_that_way", count("neighbours", list.length)));
    return step(node, list, next);
  };
  const round = (way) => {
    const node = app.focus.node();
    if (!node || node.hidden) return start();
    const from = standing === node && pivot && !pivot.hidden ? pivot : node;
    const list = app.walking.neighbours(from);
    const next = app.walking.beside(list, node, way);
    if (!next) return app.status.announce(say("no_ties"));
    return step(from, list, next);
  };
  const here = () => {
    const node = app.focus.node();
    return node && !node.hidden ? stand(node) : start();
  };
  const enter = () => {
    if (byId("details").hidden) here();
    const heading = byId("details-heading");
    if (heading) heading.focus({ preventScroll: true });
  };

  app.walk = { towards, round, here, enter };
})((window.gronagraf = window.gronagraf || {}));
