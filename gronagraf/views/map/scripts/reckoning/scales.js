"use strict";
// Classes, sizes and counts of the values that nodes are sized and coloured by.
((app) => {
  const STEPS = 5;
  const GROUPS = 8;

  const distinct = (values) => [...new Set(values)].sort((a, b) => a - b);
  // The upper bounds of at most STEPS classes: 0 by itself, the rest with about as many different values each.
  const bounds = (values) => {
    const all = distinct(values);
    const positive = all.filter((value) => value > 0);
    const low = all.length > positive.length ? [0] : [];
    const count = Math.min(STEPS - low.length, positive.length);
    const upper = Array.from(
      { length: count },
      (_, step) => positive[Math.ceil((positive.length * (step + 1)) / count) - 1],
    );
    return [...low, ...upper];
  };
  // Of fewer classes than STEPS: shades as far apart as can be.
  const shade = (place, count) => (count === 1 ? STEPS : 1 + Math.round((place * (STEPS - 1)) / (count - 1)));

  // Classes of amounts, lowest first: shade, lowest and highest value, and how many have it.
  const classes = (values) => {
    const upper = bounds(values);
    const found = upper.map((high, at) => ({ place: shade(at, upper.length), low: Infinity, high, count: 0 }));
    for (const value of values) {
      const each = found[upper.findIndex((high) => value <= high)];
      each.low = Math.min(each.low, value);
      each.count += 1;
    }
    return found;
  };
  // The area grows with the value, from the smallest mark at 0 to the widest at the largest value.
  const radius = (value, most, smallest, widest) =>
    value === undefined || value <= 0 || !most
      ? smallest
      : Math.sqrt(smallest ** 2 + ((widest ** 2 - smallest ** 2) * value) / most);

  // Groups by how many have them, the first GROUPS with a colour of their own: value, place, count.
  const groups = (values, order) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    const rank = (value) => (order ? order.indexOf(value) : -1);
    return [...counts]
      .sort((a, b) => b[1] - a[1] || rank(a[0]) - rank(b[0]) || (a[0] < b[0] ? -1 : 1))
      .map(([value, count], at) => ({ value, place: at < GROUPS ? at + 1 : GROUPS + 1, count }));
  };

  app.scales = { STEPS, GROUPS, bounds, shade, classes, radius, groups };
})((window.gronagraf = window.gronagraf || {}));
