/**
 * The keys of the workspace: to the next text that is open, done and on, to the help and back. None
 * is a letter, whose place and meaning change with the keyboard's language; none has Alt and Shift
 * or Control and Shift, with which Windows changes that language, or a key of a screen reader.
 */
const { units } = window;
const panel = document.querySelector("[data-workspace]");

let current = null; // The row that somebody is at, also while they are in the panel.

const isOn = () => window.wagtailConfig?.KEYBOARD_SHORTCUTS_ENABLED !== false;
const isOpen = (row) => row.dataset.state && row.dataset.state !== "done" && row.checkVisibility();

/** The next row that is open, or the one before; goes round at the end. */
function openRow(step) {
  const all = units.rows();
  const at = current ? all.indexOf(current) : step > 0 ? -1 : 0;
  for (let count = 1; count <= all.length; count += 1) {
    const row = all[(at + step * count + all.length * 2) % all.length];
    if (isOpen(row)) return row;
  }
  return null;
}

function go(step) {
  const row = openRow(step);
  if (row) units.focus(row);
  else toActions();
}

const ACTIONS = ["action-publish", "action-submit-translation"];

/** Nothing is open any more: to the button that hands the translation on. */
function toActions() {
  const status = panel.querySelector("[data-status]");
  status.textContent = status.dataset.allDone;
  const find = () =>
    ACTIONS.map((name) => document.querySelector(`button[name="${name}"]`)).find((button) =>
      button?.checkVisibility(),
    );
  if (!find()) document.querySelector(".footer__container .w-dropdown__toggle")?.click();
  // The menu takes some time to unfold.
  const focusSoon = (attempts) => {
    const button = find();
    if (button) button.focus();
    else if (attempts) requestAnimationFrame(() => focusSoon(attempts - 1));
  };
  focusSoon(30);
}

function doneAndOn() {
  if (!current) return go(1);
  units.declareDone(current);
  return go(1);
}

function toPanelOrBack() {
  if (panel.contains(document.activeElement)) return back();
  panel.querySelector("[data-fold]").open = true;
  const target = panel.querySelector(".aid__offer, [data-aids] summary") || panel.querySelector("[data-aids]");
  target?.focus();
}

function back() {
  if (current) units.focus(current);
}

/** The next or the previous thing in the panel. */
function move(step) {
  const offers = [...panel.querySelectorAll(".aid__offer")];
  const at = offers.indexOf(document.activeElement);
  if (at >= 0) offers[(at + step + offers.length) % offers.length].focus();
  return at >= 0;
}

function take(number) {
  panel.querySelectorAll(".aid__offer")[number]?.click();
}

const MODIFIERS = ["ctrlKey", "altKey", "shiftKey", "metaKey"];
const pressed = (event) =>
  [...MODIFIERS.filter((name) => event[name]).map((name) => name.replace("Key", "")), event.key].join("+");

const EVERYWHERE = {
  "ctrl+Enter": doneAndOn,
  "meta+Enter": doneAndOn,
  F8: () => go(1),
  "shift+F8": () => go(-1),
  F2: toPanelOrBack,
  "alt+Enter": () => take(0),
};
const IN_PANEL = {
  Escape: back,
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
};

/** Whoever writes a comment sends it by the keys that say elsewhere that a text is done. */
const IN_COMMENT = {
  Escape: back,
  F2: back,
  "ctrl+Enter": () => send(),
  "meta+Enter": () => send(),
};

function send() {
  document.activeElement.closest("[data-comment]")?.querySelector("[data-send]").click();
}

function actionFor(event) {
  const name = pressed(event);
  if (!event.target.closest?.("[data-workspace]")) return EVERYWHERE[name];
  if (event.target.matches("textarea, select, input")) return IN_COMMENT[name];
  if (/^[1-9]$/.test(name)) return () => take(Number(name) - 1);
  return IN_PANEL[name] || EVERYWHERE[name];
}

function onKey(event) {
  if (!isOn() || event.isComposing || event.keyCode === 229) return;
  if ([...document.querySelectorAll("[role=dialog]")].some((each) => each.checkVisibility())) return;
  const action = actionFor(event);
  if (!action) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  action();
}

function onFocus(event) {
  const row = event.target.closest?.(".unit");
  if (!row || row === current) return;
  current?.classList.remove("unit--current");
  current = row;
  row.classList.add("unit--current");
  document.dispatchEvent(new CustomEvent("workspace:unit", { detail: { row } }));
}

if (panel && units) {
  // Before the editor, for which Control and Enter are a new line.
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusin", onFocus);
  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-go]");
    if (button) go(Number(button.dataset.go));
  });
}
