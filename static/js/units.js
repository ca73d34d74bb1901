/**
 * The form of a translation: says at once whether a text is to do, in work or done, which is saved
 * with the form, and leads to the row that the address names.
 */

// Wagtail's tabs scroll to the top of a page 300 ms after it was loaded.
const AFTER_TABS = 400;

function textOf(row) {
  const field = row.querySelector(".public-DraftEditor-content") ?? row.querySelector("input[type=text], textarea");
  return (field?.value ?? field?.textContent ?? "").trim();
}

function attach(units) {
  const boxOf = (row) => row.querySelector(".unit__done input");
  const before = new WeakMap();

  function show(row) {
    const isDone = boxOf(row).checked;
    const isTouched = row.dataset.state === "in-work" || textOf(row) !== (before.get(row) ?? textOf(row));
    row.dataset.state = !textOf(row) || !(isDone || isTouched) ? "to-do" : isDone ? "done" : "in-work";
    row.querySelector(".unit__state").textContent = units.dataset[{ "to-do": "toDo", "in-work": "inWork", done: "done" }[row.dataset.state]];
  }

  for (const row of units.querySelectorAll("[data-state]")) {
    row.addEventListener("focusin", () => before.has(row) || before.set(row, textOf(row)));
    row.addEventListener("input", () => show(row));
    row.addEventListener("keyup", () => show(row));
    boxOf(row).addEventListener("change", () => {
      if (!boxOf(row).checked) row.dataset.state = "in-work";
      show(row);
    });
  }

  units.querySelector("[data-all-done]")?.addEventListener("click", () => {
    for (const row of units.querySelectorAll("[data-state]")) {
      if (textOf(row)) boxOf(row).checked = true;
      show(row);
    }
  });
}

document.querySelectorAll("[data-units]").forEach(attach);

addEventListener("load", () => {
  setTimeout(() => {
    const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (row?.closest("[data-units]")) row.scrollIntoView();
  }, AFTER_TABS);
});
