// What folds away on a phone. In browsers whose style sheets cannot unfold it on a wide screen, this
// does. Escape folds what one is in.
const folds = [...document.querySelectorAll("details.fold")];
const wide = matchMedia("(width >= 62rem)");

function unfold() {
  for (const fold of folds) fold.open = wide.matches;
}

if (!CSS.supports("selector(::details-content)")) {
  unfold();
  wide.addEventListener("change", unfold);
}

addEventListener("keydown", (press) => {
  const fold = press.target.closest?.(".tools > .fold[open]");
  if (press.key !== "Escape" || press.defaultPrevented || !fold) return;
  fold.open = false;
  fold.querySelector("summary").focus();
});
