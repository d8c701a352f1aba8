"use strict";
// The language of the page: words from Python in both languages, changed in place.
((app) => {
  const { byId, on } = app.dom;
  const root = document.documentElement;
  const listeners = [];
  const written = root.lang === "en" ? "en" : "sv";
  let language = written;

  const pick = (pair) => pair[language === "en" ? 1 : 0];
  const say = (key, ...values) => pick(app.data.words[key]).replace(/\{(\d)\}/g, (_, place) => values[place]);
  const count = (key, number) => (number === 1 ? say(`${key}_one`) : say(key, app.language.number(number)));
  // Making a form costs more than all writing by it.
  const forms = new Map();
  const formOf = (small) => {
    const key = `${language} ${small}`;
    const digits = small ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 3 };
    const make = () => new Intl.NumberFormat(language === "sv" ? "sv-SE" : "en-GB", { useGrouping: "min2", ...digits });
    if (!forms.has(key)) forms.set(key, make());
    return forms.get(key);
  };
  const number = (value) =>
    formOf(value !== 0 && Math.abs(value) < 0.01)
      .format(value)
      .replace("-", "−");

  const translate = () => {
    root.lang = language;
    for (const element of document.querySelectorAll("[data-say]"))
      element.textContent = say(element.dataset.say, element.dataset.value);
    for (const element of document.querySelectorAll("[data-say-label]"))
      element.setAttribute("aria-label", say(element.dataset.sayLabel));
    for (const element of document.querySelectorAll("[data-say-placeholder]"))
      element.placeholder = say(element.dataset.sayPlaceholder);
    for (const element of document.querySelectorAll("[data-sv]")) element.textContent = element.dataset[language];
    const heading = document.querySelector("h1");
    if (heading) document.title = heading.textContent;
    const button = byId("language");
    button.lang = language === "sv" ? "en" : "sv";
    button.textContent = language === "sv" ? "English" : "Svenska";
    for (const listener of listeners) listener();
  };

  app.language = {
    say,
    pick,
    count,
    number,
    current: () => language,
    onChange: (listener) => listeners.push(listener),
    start: () => {
      const follow = () => {
        const chosen = app.state.get().language || written;
        if (chosen === language) return;
        language = chosen;
        translate();
      };
      on(byId("language"), "click", () => {
        const other = language === "sv" ? "en" : "sv";
        app.state.change({ language: other === written ? null : other }, { step: false });
      });
      app.state.on(["language"], follow);
      follow();
    },
  };
})((window.gronagraf = window.gronagraf || {}));
