"use strict";
// Files that the reader takes away: the view as a picture, what is shown as tables; named by the title and its date.
((app) => {
  const { make } = app.dom;
  const { say } = app.language;
  const TWICE = 2;

  const nameOf = (what, ending) => {
    const dates = [...document.querySelectorAll(".provenance time")].map((each) => each.dateTime).sort();
    const parts = [document.querySelector("h1").textContent.trim().slice(0, 80), dates.at(-1), what].filter(Boolean);
    const plain = (part) => part.replace(/[^\p{L}\p{N}.-]+/gu, "_").replace(/^[._]+|_+$/g, "");
    return `${parts.map(plain).filter(Boolean).join("-")}.${ending}`;
  };
  const save = (blob, name, told = say("saved", name)) => {
    const address = URL.createObjectURL(blob);
    const link = make("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    app.status.announce(told);
  };

  const written = (svg) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
  // XML has no place for some characters that a text may hold.
  // eslint-disable-next-line no-control-regex -- these are the characters meant
  const clean = (text) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "\ufffd").toWellFormed();
  const vector = () => clean(written(app.sheet.ofView()));
  const asSvg = () => save(new Blob([vector()], { type: "image/svg+xml" }), nameOf(say("map").toLowerCase(), "svg"));

  const asPng = async () => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(vector())}`;
    await image.decode();
    const canvas = make("canvas", { width: image.naturalWidth * TWICE, height: image.naturalHeight * TWICE });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, nameOf(say("map").toLowerCase(), "png")), "image/png");
  };

  const table = (rows, what) => {
    const text = app.delimited.write(rows(), app.language.current()).toWellFormed();
    save(new Blob([text], { type: "text/csv;charset=utf-8" }), nameOf(say(what).toLowerCase(), "csv"));
  };

  app.files = {
    save,
    nameOf,
    asSvg,
    asPng,
    nodes: () => table(app.rows.nodes, "nodes"),
    edges: () => table(app.rows.edges, "relations"),
  };
})((window.gronagraf = window.gronagraf || {}));
