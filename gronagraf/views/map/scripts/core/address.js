"use strict";
// A state as the fragment of an address, and back: only what differs from how the page starts, in short words.
((app) => {
  const list = {
    // A full stop is what parts the values, and encodeURIComponent leaves it as it is.
    write: (value) => value.map((each) => encodeURIComponent(each).replaceAll(".", "%2E")).join("."),
    read: (text) => (text === "" ? [] : text.split(".").map(decodeURIComponent)),
  };
  const text = { write: encodeURIComponent, read: decodeURIComponent };
  const flag = { write: (value) => (value ? "1" : "0"), read: (raw) => raw === "1" };
  const finite = (raw) => {
    if (!/^-?\d{1,15}(\.\d{1,17})?(e-\d{1,2})?$/.test(raw)) throw new RangeError(`no number: ${raw}`);
    return Number(raw);
  };
  const number = { write: String, read: finite };
  const numbers = {
    write: (value) => value.map((each) => Number(each.toFixed(5))).join("_"),
    read: (raw) => raw.split("_").map(finite),
  };
  // What is off of each field: "Actor.kind:municipality.region,Network.form:task".
  const byField = {
    write: (value) =>
      Object.keys(value)
        .sort()
        .map((key) => `${encodeURIComponent(key)}:${list.write(value[key])}`)
        .join(","),
    read: (raw) =>
      Object.fromEntries(
        raw.split(",").map((part) => {
          const at = part.indexOf(":");
          if (at < 1) throw new RangeError(`no field: ${part}`);
          return [decodeURIComponent(part.slice(0, at)), list.read(part.slice(at + 1))];
        }),
      ),
  };
  const least = {
    write: ([key, value]) => `${encodeURIComponent(key)}:${value}`,
    read: (raw) => {
      const at = raw.lastIndexOf(":");
      return [decodeURIComponent(raw.slice(0, at)), finite(raw.slice(at + 1))];
    },
  };

  // Where nodes have been moved to: "id:x_y,…", only while they are few; more belong in a file.
  const MOST_PLACES = 12;
  const places = {
    write: (value) =>
      Object.keys(value).length > MOST_PLACES
        ? ""
        : Object.entries(value)
            .map(([id, point]) => `${encodeURIComponent(id).replace(/:/g, "%3A")}:${numbers.write(point)}`)
            .join(","),
    read: (raw) =>
      Object.fromEntries(
        raw
          .split(",")
          .filter(Boolean)
          .map((part) => {
            const at = part.indexOf(":");
            const point = numbers.read(part.slice(at + 1));
            if (at < 1 || point.length !== 2) throw new RangeError(`no place: ${part}`);
            return [decodeURIComponent(part.slice(0, at)), point];
          }),
      ),
  };

  // For each part of a state its short word and how it is written. A new part of the state is a line here.
  const PARTS = {
    layout: ["layout", text],
    node: ["node", text],
    edge: ["tie", text],
    steps: ["steps", number],
    way: ["to", text],
    nodesOff: ["hide", list],
    edgesOff: ["cut", list],
    fieldsOff: ["without", byField],
    stated: ["stated", flag],
    time: ["years", numbers],
    least: ["least", least],
    marksOff: ["unmarked", list],
    brokenOnly: ["broken", flag],
    moved: ["moved", places],
    size: ["size", text],
    colour: ["colour", text],
    camera: ["view", numbers],
    together: ["together", flag],
    opened: ["open", numbers],
    language: ["lang", text],
    story: ["step", number],
  };

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  // `start` is the state that an empty fragment means.
  const encode = (state, start) =>
    Object.entries(PARTS)
      .filter(([key]) => state[key] !== null && !same(state[key], start[key]))
      .map(([key, [word, form]]) => `${word}=${form.write(state[key])}`)
      .join("&");

  // A part that cannot be read is left as it starts: an address may be cut off or typed.
  const decode = (fragment, start) => {
    const state = { ...start };
    const words = new Map(Object.entries(PARTS).map(([key, [word, form]]) => [word, [key, form]]));
    for (const part of fragment.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      const found = words.get(part.slice(0, at));
      if (!found) continue;
      const [key, form] = found;
      try {
        state[key] = form.read(part.slice(at + 1));
      } catch (error) {
        if (!(error instanceof RangeError || error instanceof URIError)) throw error;
      }
    }
    return state;
  };

  app.address = { PARTS, encode, decode, same };
})((window.gronagraf = window.gronagraf || {}));
