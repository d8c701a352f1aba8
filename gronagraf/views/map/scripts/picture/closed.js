"use strict";
// Closed communities as marks on the map: a round one with the number of its nodes, and ties as wide as they are many.
((app) => {
  const SHARE = 0.62;
  const NUMBER_FITS = 19;
  const LONGEST = 33;
  const WIDEST = 9;
  const FEW = 25;
  const CROWD = 40;
  let marks = new Map();
  let ties = [];
  let most = 1;
  let held = null;

  const gather = () => {
    const { groups } = app.data;
    marks = new Map();
    for (const [at, count] of [...app.together.tally(app.data)].sort((a, b) => b[1] - a[1])) {
      const [x, y, wide, high] = groups[at].disc;
      marks.set(at, {
        at,
        count,
        group: groups[at],
        x,
        y,
        size: SHARE * Math.min(wide, high),
        hidden: false,
        inside: null,
      });
    }
    ties = marks.size ? app.together.ties(app.data) : [];
    most = ties.reduce((top, [, , number]) => Math.max(top, number), FEW);
    if (!marks.has(held)) held = null;
  };

  const whereabouts = (end) => (typeof end === "number" ? marks.get(end) : end);
  const widthOf = (number) => 1 + WIDEST * Math.sqrt((number - 1) / most);
  // Ties of one width in one stroke.
  const paintTies = (context, scale) => {
    const byWidth = new Map();
    for (const tie of ties) {
      const width = Math.round(2 * widthOf(tie[2])) / 2;
      if (!byWidth.has(width)) byWidth.set(width, []);
      byWidth.get(width).push(tie);
    }
    const faint = Math.min(0.5, CROWD / ties.length);
    context.strokeStyle = app.theme.colour("tie");
    for (const [width, some] of [...byWidth].sort((a, b) => a[0] - b[0])) {
      context.lineWidth = width / scale;
      // A crowd of thin ones would hide the thick ones.
      context.globalAlpha = Math.min(0.75, faint + 0.07 * width);
      context.beginPath();
      for (const [one, other] of some) line(context, whereabouts(one), whereabouts(other));
      context.stroke();
    }
    context.globalAlpha = 1;
  };
  const line = (context, one, other) => {
    context.moveTo(one.x, one.y);
    context.lineTo(other.x, other.y);
  };

  const colourOf = ({ at, group }) => {
    const scale = app.looks.colour();
    if (!scale || scale.key !== "block" || group.isTray) return app.theme.colour("plain");
    return app.looks.ofPlace(scale, app.looks.placeOf(scale, at + 1));
  };
  const paintMark = (context, mark, scale) => {
    const colour = colourOf(mark);
    context.beginPath();
    context.arc(mark.x, mark.y, mark.size, 0, 2 * Math.PI);
    context.fillStyle = app.theme.mix(colour, app.theme.colour("paper"), 0.72);
    context.fill();
    context.lineWidth = (mark.at === held ? 4 : 2) / scale;
    context.strokeStyle = mark.at === held ? app.theme.colour("accent") : colour;
    context.stroke();
    const seen = mark.size * scale;
    if (seen < NUMBER_FITS) return;
    context.font = `650 ${Math.min(26, seen * 0.6) / scale}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = app.theme.colour("ink");
    context.fillText(app.language.number(mark.count), mark.x, mark.y);
  };

  // Where the number does not fit in a mark, it follows the name.
  const labelled = (mark, scale) => {
    const name = app.groups.name(mark.group);
    if (mark.size * scale >= NUMBER_FITS) return { ...mark, label: name };
    const number = ` (${app.language.number(mark.count)})`;
    const room = LONGEST - number.length;
    return { ...mark, label: (name.length > room ? `${name.slice(0, room - 1).trimEnd()}…` : name) + number };
  };
  // Where numbers are written: no name goes over them.
  const written = (scale) =>
    app.closed
      .all()
      .filter(({ size }) => size * scale >= NUMBER_FITS)
      .map(({ x, y, size }) => [x - size * 0.8, y - size * 0.4, x + size * 0.8, y + size * 0.4]);
  const within = ({ x, y }, [left, top, wide, high]) => ((x - left) / wide) ** 2 + ((y - top) / high) ** 2 <= 1;
  const under = (point) => app.picture.network().DOMtoCanvas(point);

  app.closed = {
    gather,
    draw: (context, scale) => {
      paintTies(context, scale);
      for (const mark of marks.values()) paintMark(context, mark, scale);
    },
    // These alone once more, over what is already there.
    paint: (context, some, scale) => {
      for (const at of some) if (marks.has(at)) paintMark(context, marks.get(at), scale);
    },
    // The line of a relation that has an end inside a closed community.
    tie: (context, { from, to }, colour, width) => {
      const [one, other] = [from, to].map((node) => (node.inside === null ? node : marks.get(node.inside)));
      if (!one || !other || one === other) return;
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      line(context, one, other);
      context.stroke();
    },
    // As names to write: all marks, or those that these nodes are inside.
    names: (scale, nodes = null) => {
      const some = nodes && new Set(nodes.map(({ inside }) => inside));
      return [...marks.values()].filter(({ at }) => !some || some.has(at)).map((mark) => labelled(mark, scale));
    },
    written,
    all: () => [...marks.values()],
    at: (point) => {
      const spot = under(point);
      return app.closed.all().find(({ x, y, size }) => Math.hypot(spot.x - x, spot.y - y) <= size) || null;
    },
    // The open community whose ground is at this point; null where there is none to close.
    openAt: (point) => {
      const { together, layout } = app.state.get();
      const at = app.data.discs.findIndex((disc) => within(under(point), disc));
      return together && layout === "network" && at >= 0 && !marks.has(at) ? at : null;
    },
    held: () => held,
    hold: (at) => {
      held = at;
      app.picture.redraw();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
