// Copies addresses and citations, and opens the system's dialogue for sharing.

const say = (name) => {
  const status = document.querySelector("[role=status][data-copied]");
  status.textContent = "";
  // A screen reader says what is new only.
  setTimeout(() => (status.textContent = status.dataset[name]), 50);
};
const copy = (text) => navigator.clipboard.writeText(text).then(() => say("copied"));
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

// The sign beside a passage leads there, and takes its address along.
for (const link of document.querySelectorAll(".part-link")) {
  link.addEventListener("click", () => can.copy && copy(link.href));
}

addEventListener("beforeprint", () => {
  const printed = document.querySelector("[data-printed]");
  if (!printed) return;
  printed.hidden = false;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" });
  printed.querySelector("dd").textContent = day.format(new Date());
});
