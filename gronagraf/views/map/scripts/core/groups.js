"use strict";
// The communities of the network with their nodes and the node by which each is known; the tray is the last of them.
((app) => {
  const { nodes, discs, tray } = app.data;

  const groups = discs.map((disc) => ({ disc, nodes: [], lead: null, isTray: false }));
  const leads = (one, other) => !other || one.degree > other.degree;
  for (const node of nodes) {
    node.group = node.block === null ? discs.length : node.block;
    node.inside = null;
    if (tray !== null && node.group === discs.length && groups.length === discs.length)
      groups.push({ disc: null, nodes: [], lead: null, isTray: true });
    const group = groups[node.group];
    if (!group) continue;
    group.nodes.push(node);
    if (leads(node, group.lead)) group.lead = node;
  }
  // The tray is as wide as the map: its mark stands where it begins.
  for (const group of groups)
    if (group.isTray) {
      const radius = 14 * Math.sqrt(group.nodes.length) + 40;
      group.disc = [Math.min(...discs.map(([x, , wide]) => x - wide)) + radius, tray + radius + 40, radius, radius];
    }

  app.data.groups = groups;

  const number = (id) => app.data.byId.get(id).group;
  const reach = () => {
    const { node, way, together, opened } = app.state.get();
    const wanted = [node, way].filter((id) => id !== null).map(number);
    const closed = wanted.filter((at) => groups[at] && !opened.includes(at));
    if (together && closed.length) app.state.change({ opened: [...opened, ...closed] }, { step: false });
  };

  app.groups = {
    // Whether there is anything to close: more than one community.
    possible: discs.length > 1,
    name: ({ lead, isTray }) => (isTray ? app.language.say("tray") : app.language.say("around_node", lead.label)),
    open: (at) => app.state.change({ opened: [...app.state.get().opened, at] }),
    // What is chosen within it is no longer seen, and so no longer chosen.
    close: (at) => {
      const { node, opened } = app.state.get();
      const inside = node !== null && number(node) === at;
      const chosen = inside ? { node: null, way: null } : {};
      app.state.change({ together: true, opened: opened.filter((each) => each !== at), ...chosen });
    },
    // A node that is chosen opens the community that it is inside.
    start: () => {
      app.state.on(["node", "way", "together"], reach);
      reach();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
