"use strict";
// What a page does while a reader meets it: first picture, long tasks, frames, and how soon it has painted an answer.
(() => {
  const seen = (window.__painting = { long: [], first: null, frames: [], recording: false, last: 0 });
  const [WIDE, HIGH] = [96, 60];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.long.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  const small = new OffscreenCanvas(WIDE, HIGH).getContext("2d", { willReadFrequently: true });

  seen.largest = () =>
    [...document.querySelectorAll("canvas")]
      .filter((canvas) => canvas.width && canvas.getBoundingClientRect().width)
      .sort((a, b) => b.width * b.height - a.width * a.height)[0];
  const pixels = () => {
    const canvas = seen.largest();
    if (!canvas) return null;
    small.clearRect(0, 0, WIDE, HIGH);
    small.drawImage(canvas, 0, 0, WIDE, HIGH);
    return small.getImageData(0, 0, WIDE, HIGH).data;
  };
  // Something is drawn where at least a hundredth of a coarse grid differs from its commonest colour.
  const drawn = () => {
    const data = pixels();
    if (!data) return false;
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const key = [0, 1, 2, 3].map((channel) => data[at + channel] >> 3).join();
      counts.set(key, (counts.get(key) || 0) + 1);
    }
    return WIDE * HIGH - Math.max(...counts.values()) >= 0.01 * WIDE * HIGH;
  };
  seen.print = () => (pixels() || []).reduce((hash, value) => (hash * 31 + value) | 0, 0);

  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const tick = () => {
    if (seen.recording) seen.frames.push(performance.now());
    if (seen.first === null && drawn()) seen.first = performance.now();
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);

  const watched = () => {
    const undo = [];
    for (const kind of ["CanvasRenderingContext2D", "WebGLRenderingContext", "WebGL2RenderingContext"])
      for (const name of ["clearRect", "fill", "stroke", "drawArrays", "drawElements", "drawElementsInstanced"]) {
        const own = window[kind] && window[kind].prototype;
        const before = own && own[name];
        if (!before) continue;
        own[name] = function drawing(...values) {
          seen.last = performance.now();
          return before.apply(this, values);
        };
        undo.push(() => (own[name] = before));
      }
    return () => undo.forEach((each) => each());
  };
  const use = (element) => {
    const tell = (name) => element.dispatchEvent(new Event(name, { bubbles: true }));
    if (element.type === "range") {
      element.value = (Number(element.min) + Number(element.max)) / 2;
      tell("input");
      tell("change");
    } else if (["text", "search"].includes(element.type)) {
      element.focus();
      element.value = "sko";
      tell("input");
    } else element.click();
  };
  // Milliseconds from using an element to the second frame after the last drawing that it caused; null if none came.
  seen.react = async (element) => {
    const stop = watched();
    const begun = performance.now();
    seen.last = begun;
    use(element);
    do {
      await frame();
      await frame();
    } while (performance.now() - seen.last <= 250);
    stop();
    return seen.last > begun ? seen.last - begun + 33 : null;
  };
})();
