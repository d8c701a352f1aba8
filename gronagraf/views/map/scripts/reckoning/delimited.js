"use strict";
// Rows as text that a spreadsheet opens by a double click: Swedish ones part cells by semicolons, English by commas.
((app) => {
  // What a spreadsheet would take for a formula gets an apostrophe before it; numbers are let alone.
  const FORMULA = /^[\s\0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠\t\r]/;
  const cell = (value, [separator, decimal]) => {
    if (value === undefined || value === null) return "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    const text = FORMULA.test(value) ? `'${value}` : String(value);
    return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const write = (rows, language) => {
    const signs = language === "en" ? [",", "."] : [";", ","];
    return `\ufeff${rows.map((row) => row.map((each) => cell(each, signs)).join(signs[0])).join("\r\n")}\r\n`;
  };

  app.delimited = { write };
})((window.gronagraf = window.gronagraf || {}));
