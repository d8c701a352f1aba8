"use strict";
// Where a story is made: views are added with a title and a text, put in order, and saved as a file.
((app) => {
  const { byId, make, on } = app.dom;
  const { say, pick } = app.language;
  const story = () => app.data.story;
  const TOML = "application/toml;charset=utf-8";

  const view = () => app.address.encode({ ...app.state.get(), story: null, language: null }, app.state.START);
  const renew = () => {
    app.story.renew();
    byId("telling-steps").replaceChildren(...story().steps.map(row));
    byId("telling-save").disabled = byId("telling-play").disabled = !story().steps.length;
  };
  const put = (from, to) => {
    story().steps.splice(to, 0, ...story().steps.splice(from, 1));
    renew();
    app.status.announce(say("moved_to", to + 1));
    byId("telling-steps").children[to].querySelector("button:not(:disabled)").focus();
  };
  const remove = (at) => {
    const [gone] = story().steps.splice(at, 1);
    renew();
    app.status.announce(say("removed", pick(gone.title)));
    byId("telling-title").focus();
  };
  const button = (words, sign, act, off = false) => {
    const made = make("button", { type: "button", class: "tool is-icon", "aria-label": words, disabled: off }, sign);
    on(made, "click", act);
    return made;
  };
  const row = (step, at) => {
    const name = pick(step.title);
    return make(
      "li",
      {},
      make("span", { class: "term" }, name),
      button(say("move_up", name), "↑", () => put(at, at - 1), at === 0),
      button(say("move_down", name), "↓", () => put(at, at + 1), at === story().steps.length - 1),
      button(say("remove", name), "×", () => remove(at)),
    );
  };

  const add = (event) => {
    event.preventDefault();
    const [title, text] = [byId("telling-title").value.trim(), byId("telling-text").value.trim()];
    if (!title) return;
    story().steps.push({ title: [title, title], text: [text, text], view: view() });
    byId("telling-title").value = byId("telling-text").value = "";
    renew();
    app.status.announce(say("added", title));
    byId("telling-title").focus();
  };
  const save = () => {
    const named = pick(story().title) ? story() : { ...story(), title: [say("story"), say("story")] };
    const text = app.toml.story(named);
    app.files.save(new Blob([text], { type: TOML }), app.files.nameOf(say("story").toLowerCase(), "toml"));
  };
  const rename = () => {
    const title = byId("telling-name").value.trim();
    if (title !== pick(story().title)) story().title = [title, title];
    app.story.renew();
  };

  const field = (id, words, element) =>
    make("p", { class: "choice" }, make("label", { for: id }, words), Object.assign(element, { id }));
  const tool = (id, words, act) => {
    const made = make("button", { type: "button", class: "tool is-filled", id }, words);
    on(made, "click", act);
    return made;
  };
  const build = () => {
    const name = make("input", { type: "text", autocomplete: "off" });
    name.value = pick(story().title);
    on(name, "change", rename);
    const form = make(
      "form",
      { class: "telling-form" },
      field("telling-title", say("view_title"), make("input", { type: "text", autocomplete: "off", required: true })),
      field("telling-text", say("view_text"), make("textarea", { rows: "3" })),
      make("button", { type: "submit", class: "tool is-filled" }, say("add_view")),
    );
    on(form, "submit", add);
    const close = button(say("close"), "×", () => byId("telling").close());
    return [
      make("div", { class: "tables-top" }, make("h2", { id: "telling-heading" }, say("add_to_story")), close),
      form,
      field("telling-name", say("story_title"), name),
      make("ol", { id: "telling-steps", class: "telling-steps" }),
      make("p", { class: "key" }, say("story_note")),
      make(
        "p",
        { class: "telling-ends" },
        tool("telling-save", say("save_story"), save),
        tool("telling-play", say("play_story"), play),
      ),
    ];
  };
  const play = () => {
    byId("telling").close();
    app.story.go(1);
  };
  const open = () => {
    byId("telling").replaceChildren(...build());
    renew();
    byId("telling").showModal();
    byId("telling-title").focus();
  };

  app.telling = {
    open,
    start: () => on(byId("telling"), "keydown", (event) => event.stopPropagation()),
  };
})((window.gronagraf = window.gronagraf || {}));
