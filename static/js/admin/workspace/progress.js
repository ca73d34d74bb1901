/**
 * How far the translation is: texts done, characters left; and how many comments each text has.
 */
const { units } = window;
const panel = document.querySelector("[data-workspace]");

function fill(place, values) {
  place.dataset.words ??= place.textContent;
  place.textContent = place.dataset.words.replace(/[A-Z]{3,}/g, (name) => values[name] ?? name);
}

function tell() {
  const rows = [...units.list.querySelectorAll("[data-state]")];
  const open = rows.filter((row) => row.dataset.state !== "done");
  const left = open.reduce((sum, row) => sum + Number(row.dataset.length), 0);
  const bar = panel.querySelector("progress");
  bar.max = rows.length;
  bar.value = rows.length - open.length;
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  fill(panel.querySelector("[data-of]"), { DONE: number(bar.value), ALL: number(rows.length) });
  fill(panel.querySelector("[data-left]"), { LEFT: number(left) });
  panel.querySelector("[data-progress]").hidden = !rows.length;
}

/** Put the number of open comments at the head of a text. */
function badge(row, count) {
  const place = row.querySelector("[data-extras]");
  place.replaceChildren();
  if (!count) return;
  const made = document.querySelector("[data-comments-badge]").content.cloneNode(true);
  made.querySelector("[data-count]").textContent = count;
  place.append(made);
}

if (panel && units) {
  // On a phone it lies over the texts; it is unfolded there when it is asked for.
  if (matchMedia("(width < 50rem)").matches) panel.querySelector("[data-fold]").open = false;
  tell();
  document.addEventListener("units:state", tell);
  const counts = JSON.parse(document.getElementById("open-comments").textContent);
  for (const row of units.rows()) badge(row, counts[units.unitOf(row)]);
  document.addEventListener("workspace:comments", ({ detail }) => badge(detail.row, detail.count));
}
