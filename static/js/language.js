/**
 * The language switch: leads to the place where the visitor is reading, and remembers the choice
 * for visits to the bare domain. Without this the switch leads to the top of the page.
 */
const REST = 2000; // Milliseconds after which a place counts as being read.
const YEAR = 365 * 24 * 60 * 60;

let place = location.hash;
let rest;

/** The last element with an id, the same in every language, above the middle of the window. */
function placeInView() {
  const middle = innerHeight / 2;
  const passed = [...document.querySelectorAll("main [id]:not(nav [id])")].filter(
    (element) => element.getClientRects()[0]?.top < middle,
  );
  return scrollY && passed.length ? `#${passed.pop().id}` : "";
}

addEventListener("hashchange", () => {
  place = location.hash;
});

// The switch is at the top: on the way there nothing is read.
addEventListener(
  "scroll",
  () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      place = placeInView();
    }, REST);
  },
  { passive: true },
);

for (const link of document.querySelectorAll(".language-switch a")) {
  link.addEventListener("click", () => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    const code = link.hreflang.toLowerCase();
    document.cookie = `django_language=${code}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    link.hash = place;
  });
}
