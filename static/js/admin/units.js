/**
 * The form of a translation: says at once whether a text is to do, in work or done, which is saved
 * with the form, and leads to the row that the address names.
 */

// Wagtail's tabs scroll to the top of a page 300 ms after it was loaded.
const AFTER_TABS = 400;
const NAMES = { "to-do": "toDo", "in-work": "inWork", done: "done" };

const boxOf = (row) => row.querySelector(".unit__done input");

function textOf(row) {
  const editor = row.querySelector(".public-DraftEditor-content");
  return (editor?.textContent ?? row.querySelector("input[type=text], textarea").value).trim();
}

function stateOf(row, isTouched) {
  if (!textOf(row)) return "to-do";
  if (boxOf(row).checked) return "done";
  return isTouched || row.dataset.state === "in-work" ? "in-work" : row.dataset.state;
}

function attach(units) {
  const before = new WeakMap();

  function show(row, isTouched) {
    const state = stateOf(row, isTouched);
    if (state === row.dataset.state) return;
    row.dataset.state = state;
    row.querySelector(".unit__state").textContent = units.dataset[NAMES[state]];
  }

  function compare(row) {
    show(row, before.has(row) && textOf(row) !== before.get(row));
  }

  for (const row of units.querySelectorAll("[data-state]")) {
    row.addEventListener("focusin", () => before.has(row) || before.set(row, textOf(row)));
    row.addEventListener("input", () => compare(row));
    row.addEventListener("keyup", () => compare(row));
    boxOf(row).addEventListener("change", () => show(row, true));
  }

  units.querySelector("[data-all-done]")?.addEventListener("click", () => {
    for (const row of units.querySelectorAll("[data-state]")) {
      if (textOf(row)) boxOf(row).checked = true;
      show(row);
    }
  });
}

addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-units]").forEach(attach));

addEventListener("load", () => {
  setTimeout(() => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row?.closest("[data-units]")) row.scrollIntoView();
  }, AFTER_TABS);
});
