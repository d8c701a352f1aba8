"use strict";
// Moving nodes by pointer, touch and keys while the move mode is on, and saving where all of them stand to a file.
((app) => {
  const { byId, on } = app.dom;
  const { say, count } = app.language;
  const STEP = 10;
  const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  let moving = false;

  const round = (value) => Math.round(value * 10) / 10;
  const put = (node, x, y, step) =>
    app.state.change({ moved: { ...app.state.get().moved, [node.id]: [round(x), round(y)] } }, { step });

  const tell = () => {
    const { moved, layout } = app.state.get();
    const some = Object.keys(moved).length;
    byId("moving").hidden = layout !== "network";
    byId("move-back").hidden = !some;
    byId("moved").textContent = some ? count("moved_count", some) : "";
    byId("move").setAttribute("aria-pressed", String(moving));
  };
  const turn = (want) => {
    if (moving === want) return;
    moving = want;
    app.picture.network().setOptions({ interaction: { dragNodes: moving } });
    byId("map").classList.toggle("is-moving", moving);
    app.status.announce(say(moving ? "move_on_told" : "move_off_told"));
    tell();
  };

  const follow = ({ nodes }) => {
    const { body } = app.picture.network();
    for (const at of nodes) Object.assign(app.data.nodes[at], { x: body.nodes[at].x, y: body.nodes[at].y });
  };
  const drop = ({ nodes }) => {
    const network = app.picture.network();
    if (!moving || !nodes.length) return;
    const node = app.data.nodes[nodes[0]];
    const { x, y } = network.body.nodes[node.index];
    network.unselectAll();
    put(node, x, y, true);
    app.status.announce(say("moved_told", node.label));
  };

  // Keys count on the map, on the button and on the heading of the node's details.
  const isOurs = (target) => target.closest("#map, #move, #details-heading");
  const press = (event) => {
    if (!moving || event.ctrlKey || event.metaKey || event.altKey || !isOurs(event.target)) return;
    const way = KEYS[event.key];
    if (!way && event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!way) {
      turn(false);
      return;
    }
    const node = app.focus.node();
    if (!node) {
      app.status.announce(say("move_pick"));
      return;
    }
    const far = (STEP * (event.shiftKey ? 5 : 1)) / app.picture.network().getScale();
    put(node, node.x + way[0] * far, node.y + way[1] * far, false);
    app.status.announce(say("moved_told", node.label));
  };

  // What `gronagraf map --positions` reads: see places.py.
  const positions = () => {
    const { moved } = app.state.get();
    const places = app.data.nodes.map((node) => [
      node.id,
      (Object.hasOwn(moved, node.id) ? moved[node.id] : node.home).map(round),
    ]);
    const pinned = [...new Set([...app.data.pinned, ...Object.keys(moved)])].sort();
    const { discs, tray } = app.data;
    const form = { gronagraf: "map positions", version: 1, layout: "network" };
    return JSON.stringify({ ...form, pinned, blocks: discs, tray, places: Object.fromEntries(places) }, null, 1);
  };
  const save = () => {
    const file = new Blob([positions(), "\n"], { type: "application/json" });
    app.files.save(file, "positions.json", say("saved_places"));
  };

  app.moving = {
    positions,
    start: () => {
      const network = app.picture.network();
      network.on("dragging", follow);
      network.on("dragEnd", drop);
      document.addEventListener("keydown", press, true);
      on(byId("move"), "click", () => turn(!moving));
      on(byId("move-back"), "click", () => {
        app.state.change({ moved: {} });
        byId("move").focus();
        app.status.announce(say("moved_back_told"));
      });
      on(byId("save-places"), "click", save);
      app.state.on(["layout"], () => turn(false));
      app.state.on(["moved", "layout"], tell);
      app.language.onChange(tell);
      tell();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
