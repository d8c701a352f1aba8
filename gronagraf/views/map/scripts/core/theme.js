"use strict";
// Light and dark: the system's choice until the reader makes another; colours for the canvas from the style sheet.
((app) => {
  const { byId, on } = app.dom;
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const forced = window.matchMedia("(forced-colors: active)");
  const NAMES = [
    "paper",
    "ink",
    "muted",
    "line",
    "accent",
    "cell",
    "tie",
    "plain",
    "warn",
    "new",
    "gone",
    "changed",
    "broken",
  ];
  const listeners = [];
  let chosen = null;
  let colours = {};

  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const hex = (parts) => "#" + parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");
  // Any colour that the style sheet may name, the system's own too, as #rrggbb.
  const probe = document.createElement("span");
  probe.hidden = true;
  probe.style.forcedColorAdjust = "none";
  const resolved = (name) => {
    probe.style.color = "";
    probe.style.color = `var(--${name})`;
    return hex(
      getComputedStyle(probe)
        .color.match(/[\d.]+/g)
        .slice(0, 3)
        .map(Number),
    );
  };
  const mix = (one, other, share) => {
    const others = channels(other);
    return hex(channels(one).map((part, at) => part * (1 - share) + others[at] * share));
  };
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((part) => {
      const value = part / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // The colour, moved towards the ink until it stands out from the paper.
  const legible = (colour) => {
    let share = 0;
    const least = dark() ? 5 : 3.4;
    while (contrast(mix(colour, colours.ink, share), colours.paper) < least && share < 1) share += 0.06;
    return mix(colour, colours.ink, Math.min(1, share));
  };

  const dark = () => (chosen === null ? system.matches : chosen === "dark");
  const apply = () => {
    if (chosen === null) delete root.dataset.theme;
    else root.dataset.theme = chosen;
    document.body.append(probe);
    const names = [...NAMES];
    for (let step = 1; step <= 5; step += 1) names.push(`step-${step}`);
    for (let group = 1; group <= 8; group += 1) names.push(`group-${group}`);
    colours = Object.fromEntries(names.map((name) => [name, resolved(name)]));
    probe.remove();
    // The system has no colour for what should be seen but stand back.
    if (forced.matches) colours.tie = mix(colours.ink, colours.paper, 0.5);
    colours.types = {};
    for (const [label, type] of Object.entries(app.data.nodeTypes)) colours.types[label] = legible(type.colour);
    byId("theme").dataset.sayLabel = dark() ? "light" : "dark";
    byId("theme").setAttribute("aria-label", app.language.say(dark() ? "light" : "dark"));
    for (const listener of listeners) listener();
  };

  // The letters of the style sheet, for what is drawn.
  const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

  app.theme = {
    FAMILY,
    colour: (name) => colours[name],
    ofType: (label) => colours.types[label],
    mix,
    dark,
    onChange: (listener) => listeners.push(listener),
    force: (theme) => {
      const before = chosen;
      chosen = theme;
      apply();
      return before;
    },
    start: () => {
      on(system, "change", apply);
      on(forced, "change", apply);
      on(byId("theme"), "click", () => {
        chosen = dark() ? "light" : "dark";
        apply();
      });
      apply();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
