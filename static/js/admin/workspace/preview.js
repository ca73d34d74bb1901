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

document.addEventListener("workspace:unit", ({ detail }) => {
  const page = document.getElementById("w-preview-iframe")?.contentDocument;
  if (!page?.body) return;
  passageOf(page, units.unitOf(detail.row))?.scrollIntoView({ block: "center" });
});
