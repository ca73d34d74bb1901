// Copies addresses and citations, and opens the system's dialogue for sharing.

const say = (name) => {
  const status = document.querySelector("[role=status][data-copied]");
  status.textContent = "";
  // A screen reader says what is new only.
  setTimeout(() => (status.textContent = status.dataset[name]), 50);
};
const copy = (text) => navigator.clipboard.writeText(text).then(() => say("copied"), () => {});
const own = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];
const show = (button) => ((button.closest("li") ?? button).hidden = false);

const does = {
  share: () => navigator.share({ title: document.title, url: own() }).catch(() => {}),
  copy: (button) => {
    const citation = button.closest(".citation")?.querySelector("pre, [lang]");
    copy(citation ? citation.textContent : own());
  },
};
const can = { share: navigator.share, copy: navigator.clipboard };

for (const button of document.querySelectorAll("[data-does=share], [data-does=copy]")) {
  if (!can[button.dataset.does]) continue;
  show(button);
  button.onclick = () => does[button.dataset.does](button);
}

// A heading leads to itself, as the sign beside a passage does; both take their address along.
for (const heading of document.querySelectorAll("main h2[id]:not(.visually-hidden)")) {
  if (heading.querySelector("a") || heading.closest(".part, nav")) continue;
  const link = document.createElement("a");
  Object.assign(link, { className: "own-link", href: `#${heading.id}` });
  link.append(...heading.childNodes);
  heading.append(link);
}
for (const link of document.querySelectorAll(".part-link, .own-link")) {
  link.addEventListener("click", () => can.copy && copy(link.href));
}

addEventListener("beforeprint", () => {
  const printed = document.querySelector("[data-printed]");
  if (!printed) return;
  printed.hidden = false;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  printed.querySelector("dd").textContent = day.format(new Date());
});
