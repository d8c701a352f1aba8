"use strict";
// Size and colour of nodes as the state asks for them: by a measure or a field, else by ties and by type.
((app) => {
  const [smallest, widest] = app.data.radii;
  const scaleOf = (key) => (key === null ? null : app.data.scales.get(key));
  const size = () => scaleOf(app.state.get().size);
  const colour = () => scaleOf(app.state.get().colour);

  // The place of a value among the colours of a scale; undefined where it has none.
  const placeOf = (scale, value) => {
    if (value === undefined) return undefined;
    if (scale.kind === "group") return scale.places().get(value);
    const bounds = scale.bounds();
    return app.scales.shade(
      bounds.findIndex((high) => value <= high),
      bounds.length,
    );
  };
  // The colour of a place: a shade, a group, or neutral for the small groups and for what has no value.
  const ofPlace = (scale, place) => {
    if (place === undefined || (scale.kind === "group" && place > app.scales.GROUPS)) return app.theme.colour("plain");
    return app.theme.colour(`${scale.kind === "group" ? "group" : "step"}-${place}`);
  };

  const FACTORS = { square: 0.86, star: 1.3, triangle: 1.08, triangleDown: 1.08 };
  const radiusOf = (node) => {
    const scale = size();
    const { sizes } = app.placing.layout();
    if (scale) return app.scales.radius(scale.of(node), scale.most(), smallest, widest) * (FACTORS[node.shape] || 1);
    return (sizes && sizes.get(node.index)) ?? node.ownSize;
  };

  app.looks = {
    isInferred: (item) => item.facts.basis === "inferred",
    size,
    colour,
    ofPlace,
    placeOf,
    ofNode: (node) => {
      const scale = colour();
      return scale ? ofPlace(scale, placeOf(scale, scale.of(node))) : app.theme.ofType(node.type);
    },
    // Where colour says something else, the shapes of the types are neutral.
    ofType: (label) => (colour() ? app.theme.colour("muted") : app.theme.ofType(label)),
    radiusOf,
    range: [smallest, widest],
    // Sets the size of every node; whose names come first follows from it: the largest, else the most connected.
    resize: () => {
      for (const node of app.data.nodes) node.size = radiusOf(node);
      const scale = size();
      const weight = (node) => (scale ? (scale.of(node) ?? -1) : 0);
      app.data.ranked = [...app.data.nodes].sort(
        (a, b) => weight(b) - weight(a) || b.degree - a.degree || a.index - b.index,
      );
    },
    start: () => {
      for (const node of app.data.nodes) node.ownSize = node.size;
      app.looks.resize();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
