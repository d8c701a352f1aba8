"use strict";
// Small ways to make and find elements. Text from data only ever becomes text.
((app) => {
  const SVG = "http://www.w3.org/2000/svg";

  const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return element;
  };

  app.dom = {
    byId: (id) => document.getElementById(id),
    make: (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children),
    draw: (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children),
    on: (element, event, handler) => element.addEventListener(event, handler),
  };
})((window.gronagraf = window.gronagraf || {}));
