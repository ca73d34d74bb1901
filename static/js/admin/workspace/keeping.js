/**
 * Keeps what is typed and not saved in the tab, by person, page, language and text, until the server
 * has it. Who reloads the page, or signs in anew in this tab, is offered what they typed.
 */
const { units } = window;
const panel = document.querySelector("[data-workspace]");
const form = panel?.closest("form");
const OFTEN = 400; // Milliseconds between two looks at what was typed.

const saved = new Map(); // What the server has, by field.
let sent = null; // What an autosave has on its way.
let offered = null; // What was found when the form arrived, until somebody decides.

const key = () =>
  `workspace ${form.elements.form_user.value} ${panel.dataset.page} ${panel.dataset.language}`;

/** What a value says; the same text of an editor may be written in more than one way. */
function said(field) {
  if (!field.matches("[data-draftail-input]")) return field.value;
  const { blocks, entityMap } = JSON.parse(field.value) || { blocks: [], entityMap: {} };
  const links = (ranges) => ranges.map((each) => ({ ...each, key: entityMap[each.key]?.data }));
  return JSON.stringify(
    blocks.map((block) => [
      block.type,
      block.depth,
      block.text,
      block.inlineStyleRanges,
      links(block.entityRanges),
    ]),
  );
}

const fields = () => units.rows().map(units.fieldOf);

function unsavedTexts() {
  const texts = {};
  for (const field of fields()) {
    if (said(field) !== saved.get(field.name)) texts[field.name] = field.value;
  }
  return texts;
}

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(key()));
  } catch {
    return null;
  }
}

function keep() {
  const texts = { ...offered?.texts, ...unsavedTexts() };
  try {
    if (Object.keys(texts).length) {
      sessionStorage.setItem(key(), JSON.stringify({ at: offered?.at || Date.now(), texts }));
    } else {
      sessionStorage.removeItem(key());
    }
  } catch {
    // A full or forbidden storage; the form itself still has what was typed.
  }
}

let waiting;
function soon() {
  waiting ??= setTimeout(() => {
    waiting = null;
    keep();
  }, OFTEN);
}

function now() {
  return new Map(fields().map((field) => [field.name, said(field)]));
}

function onSaved() {
  if (!sent) return;
  for (const [name, value] of sent) saved.set(name, value);
  sent = null;
  keep();
}

// Offering what was found

function put(row, value) {
  const field = units.fieldOf(row);
  if (!units.isRich(row)) {
    field.value = value;
  } else {
    units.wake(row);
    const { EditorState, convertFromRaw } = window.DraftJS;
    const editor = units.editorOf(row);
    const state = editor.getEditorState();
    editor.onChange(EditorState.push(state, convertFromRaw(JSON.parse(value)), "insert-fragment"));
  }
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function decide(notice, isWanted) {
  const texts = isWanted ? offered.texts : {};
  offered = null;
  notice.remove();
  const rows = units.rows().filter((row) => units.fieldOf(row).name in texts);
  for (const row of rows) put(row, texts[units.fieldOf(row).name]);
  if (rows.length) units.focus(rows[0]);
  keep();
}

function offer(found) {
  const known = new Map(units.rows().map((row) => [units.fieldOf(row).name, row]));
  const texts = Object.fromEntries(
    Object.entries(found.texts).filter(([name, value]) => {
      const field = known.has(name) && units.fieldOf(known.get(name));
      return field && said({ value, matches: (selector) => field.matches(selector) }) !== said(field);
    }),
  );
  if (!Object.keys(texts).length) {
    sessionStorage.removeItem(key());
    return;
  }
  offered = { ...found, texts };
  const notice = document.querySelector("[data-kept-notice]").content.firstElementChild.cloneNode(true);
  notice.querySelector("[data-at]").textContent = new Date(found.at).toLocaleString(
    "sv", // As all times of the admin are written: 2019-05-03 14:05.
    { dateStyle: "short", timeStyle: "short" },
  );
  for (const name of Object.keys(texts)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${known.get(name).id}`;
    link.textContent = known.get(name).querySelector(".unit__label").textContent;
    item.append(link);
    notice.querySelector("ul").append(item);
  }
  notice.querySelector("[data-put-back]").addEventListener("click", () => decide(notice, true));
  notice.querySelector("[data-drop]").addEventListener("click", () => decide(notice, false));
  units.list.prepend(notice);
}

if (panel && units) {
  for (const field of fields()) saved.set(field.name, said(field));
  const found = read();
  if (found) offer(found);
  for (const name of ["input", "keyup", "change", "workspace:insert"]) {
    units.list.addEventListener(name, soon);
  }
  document.addEventListener("w-autosave:save", () => {
    sent = now();
  });
  document.addEventListener("w-autosave:success", onSaved);
  addEventListener("pagehide", keep);
}
