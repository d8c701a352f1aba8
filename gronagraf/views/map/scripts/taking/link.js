"use strict";
// The address of the view, to be pasted: put on the clipboard, or shown selected where the browser has none to give.
((app) => {
  const { byId, make, on } = app.dom;
  const { say } = app.language;

  const address = () => `${window.location.href.replace(/#.*$/s, "")}#${app.state.fragment()}`;
  const show = (text) => {
    const field = make("input", { type: "text", id: "link-text", readonly: true, "aria-labelledby": "link-words" });
    field.value = text;
    const close = make("button", { type: "button", class: "tool" }, say("close"));
    const words = make("p", { id: "link-words" }, say("copy_yourself"));
    const dialog = make("dialog", { class: "asking", "aria-labelledby": "link-words" }, words, field, close);
    on(close, "click", () => dialog.close());
    on(dialog, "close", () => dialog.remove());
    byId("app").append(dialog);
    dialog.showModal();
    field.focus();
    field.select();
  };
  const copy = async () => {
    const text = address();
    try {
      if (!navigator.clipboard) throw new DOMException("no clipboard here", "NotSupportedError");
      await navigator.clipboard.writeText(text);
      app.status.announce(say("copied"));
      app.menu.tell(say("copied"));
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      show(text);
    }
  };

  // A page inside another has no address of its own.
  app.link = { copy, possible: () => !window.location.href.startsWith("about:") };
})((window.gronagraf = window.gronagraf || {}));
