/**
 * Shows in the preview beside the form the passage of the text that somebody is at.
 */
const { units } = window;

/** The passage of a unit; the page names passages by the keys of their blocks and rows. */
function passageOf(page, unit) {
  if (unit === "title") return page.querySelector("h1");
  return unit
    .split(".")
    .map((part) => page.getElementById(`part-${part}`))
    .find(Boolean);
}

let current = null;

function show() {
  const page = document.getElementById("w-preview-iframe")?.contentDocument;
  if (!current || !page?.body) return;
  passageOf(page, units.unitOf(current))?.scrollIntoView({ block: "center", behavior: "instant" });
}

document.addEventListener("workspace:unit", ({ detail }) => {
  current = detail.row;
  show();
});
// What is typed makes another preview, which takes the place of the one before.
document.addEventListener("w-preview:loaded", show);
