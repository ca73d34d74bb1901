/**
 * The form of a translation: says at once whether a text is to do, in work or done, which is saved
 * with the form, and leads to the row that the address names. `window.units` is what the scripts
 * beside it know of its rows.
 */

// Wagtail's tabs scroll to the top of a page 300 ms after it was loaded.
const AFTER_TABS = 400;
const NAMES = { "to-do": "toDo", "in-work": "inWork", done: "done" };

const list = document.querySelector("[data-units]");
const rows = () => [...list.querySelectorAll(".unit")];
const boxOf = (row) => row.querySelector(".unit__done input");
const fieldOf = (row) => row.querySelector("[name^='unit·']");
const isRich = (row) => fieldOf(row).matches("[data-draftail-input]");
const editorOf = (row) => fieldOf(row).draftailEditor;

/** The id of a row's unit, as the server knows it. */
const unitOf = (row) => row.id.replace(/^unit-/, "");

function textOf(row) {
  if (!isRich(row)) return fieldOf(row).value.trim();
  // What an editor shows it writes into its field a moment later.
  const shown = row.querySelector(".public-DraftEditor-content");
  if (shown) return shown.textContent.trim();
  const { blocks } = JSON.parse(fieldOf(row).value) || { blocks: [] };
  return blocks.map((block) => block.text).join("\n").trim();
}

function stateOf(row, isTouched) {
  if (!textOf(row)) return "to-do";
  if (boxOf(row).checked) return "done";
  return isTouched || row.dataset.state === "in-work" ? "in-work" : row.dataset.state;
}

function show(row, isTouched) {
  const state = stateOf(row, isTouched);
  if (state === row.dataset.state) return;
  row.dataset.state = state;
  row.querySelector(".unit__state").textContent = list.dataset[NAMES[state]];
  list.dispatchEvent(new CustomEvent("units:state", { bubbles: true, detail: { row } }));
}

/** Say that a text is done; one without words can't be. */
function declareDone(row) {
  const box = boxOf(row);
  if (!box || !textOf(row)) return false;
  if (!box.checked) box.click();
  return true;
}

// Editors rest until somebody comes near: to start hundreds of them takes many seconds.

const NEAR = "800px"; // From the window's edges.
const ROOM = 864; // Pixels; in less what helps with a text lies over the lower part of the window.
const editors = JSON.parse(document.getElementById("editors")?.textContent || "{}");

/** Start the editor of a row, if it rests. */
function wake(row) {
  const resting = row.querySelector(".unit__resting");
  if (!resting) return;
  const hadFocus = resting === document.activeElement;
  const field = fieldOf(row);
  resting.remove();
  window.draftail.initEditor(`#${CSS.escape(field.id)}`, editors[field.dataset.editor]);
  if (hadFocus) editorOf(row).focus();
}

function letRest() {
  const wakeShown = (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) {
        observer.unobserve(target);
        wake(target.closest(".unit"));
      }
    }
  };
  const observer = new IntersectionObserver(wakeShown, {
    root: list.closest("main"),
    rootMargin: `${NEAR} 0px`,
  });
  for (const resting of list.querySelectorAll(".unit__resting")) {
    observer.observe(resting);
    resting.addEventListener("focus", () => wake(resting.closest(".unit")));
  }
}

/** Put the caret into the field of a row. */
function focus(row) {
  row.scrollIntoView({ block: list.clientWidth < ROOM ? "start" : "center" });
  wake(row);
  if (isRich(row)) editorOf(row).focus();
  else fieldOf(row).focus({ preventScroll: true });
}

function attach() {
  const before = new WeakMap();
  const compare = (row) => show(row, before.has(row) && textOf(row) !== before.get(row));

  for (const row of list.querySelectorAll("[data-state]")) {
    row.addEventListener("focusin", () => before.has(row) || before.set(row, textOf(row)));
    row.addEventListener("input", () => compare(row));
    row.addEventListener("keyup", () => compare(row));
    boxOf(row).addEventListener("change", () => show(row, true));
  }

  list.querySelector("[data-all-done]")?.addEventListener("click", () => {
    for (const row of list.querySelectorAll("[data-state]")) {
      if (textOf(row)) boxOf(row).checked = true;
      show(row);
    }
  });

  window.units = { list, rows, unitOf, fieldOf, isRich, editorOf, textOf, wake, focus, declareDone, compare };
}

if (list) {
  attach();
  letRest();
}

addEventListener("load", () => {
  setTimeout(() => {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const row = place?.closest("[data-units] .unit");
    if (row) focus(row);
  }, AFTER_TABS);
});
