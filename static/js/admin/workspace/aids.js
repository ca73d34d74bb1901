/**
 * What helps with the text that somebody is at: asked for once they rest there, kept until the text
 * changes, given up when they move on. Offers are put where the caret is.
 */
const { units } = window;
const panel = document.querySelector("[data-workspace]");
const PAUSE = 250; // Milliseconds after the focus has come,
const PAUSE_OF_TYPING = 1200; // or after the last key.

const kept = new Map(); // Answers by unit and text.
let row = null;
let timer;
let asking = null;

const place = () => panel.querySelector("[data-aids]");
const addressOf = (name) =>
  panel.dataset[name].replace("UNIT", encodeURIComponent(units.unitOf(row)));

function bodyOf(fields = {}) {
  const body = new FormData();
  const field = units.fieldOf(row);
  body.set(field.name, field.value);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}

async function post(url, body, signal) {
  const headers = { "X-CSRFToken": window.wagtailConfig.CSRF_TOKEN, "X-Requested-With": "XMLHttpRequest" };
  const response = await fetch(url, { method: "POST", body, headers, signal });
  if (!response.ok) throw new Error(response.status);
  return response.text();
}

/** Offers are taken by their number. */
function number() {
  panel.querySelectorAll(".aid__offer").forEach((offer, at) => {
    if (at < 9) offer.dataset.number = at + 1;
    else delete offer.dataset.number;
  });
}

function say(words) {
  const status = panel.querySelector("[data-status]");
  if (status.textContent !== words) status.textContent = words;
}

function show(html) {
  const hadFocus = place().contains(document.activeElement);
  // Whoever writes a comment goes on writing it.
  if (hadFocus && document.activeElement.matches("textarea") && document.activeElement.value) return;
  place().innerHTML = html;
  if (hadFocus) place().focus();
  say(place().firstElementChild?.dataset.said || "");
}

async function ask() {
  const key = `${units.unitOf(row)} ${units.fieldOf(row).value}`;
  if (kept.has(key)) {
    show(kept.get(key));
    return;
  }
  asking?.abort();
  asking = new AbortController();
  panel.setAttribute("aria-busy", "true");
  try {
    const html = await post(addressOf("aidsUrl"), bodyOf(), asking.signal);
    kept.set(key, html);
    show(html);
    panel.removeAttribute("aria-busy");
  } catch (error) {
    // What is said about the connection is the form's to say.
    if (error.name !== "AbortError") panel.removeAttribute("aria-busy");
  }
}

function soon(pause) {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
}

function onUnit({ detail }) {
  asking?.abort();
  row = detail.row;
  const name = row.querySelector(".unit__label").textContent;
  panel.querySelector("[data-unit-name]").textContent = name;
  soon(PAUSE);
}

// Putting something into the text

function intoEditor(offer) {
  const { EditorState, Modifier } = window.DraftJS;
  const editor = units.editorOf(row);
  const state = editor.getEditorState();
  const content = Modifier.replaceText(
    state.getCurrentContent(),
    state.getSelection(),
    offer.dataset.insert,
    state.getCurrentInlineStyle(),
  );
  const next = EditorState.push(state, content, "insert-characters");
  editor.onChange(EditorState.forceSelection(next, content.getSelectionAfter()));
}

function intoField(offer) {
  const field = units.fieldOf(row);
  field.focus({ preventScroll: true });
  // Deprecated, but the only way that the field's own undoing knows.
  document.execCommand("insertText", false, offer.dataset.insert);
}

/** Put a link or a mark of the source on the words that are selected. */
function mark(offer) {
  const { EditorState, RichUtils, Modifier } = window.DraftJS;
  const editor = units.editorOf(row);
  const state = editor.getEditorState();
  if (state.getSelection().isCollapsed()) return;
  if (offer.dataset.mark !== "LINK") {
    editor.onChange(RichUtils.toggleInlineStyle(state, offer.dataset.mark));
    return;
  }
  const link = JSON.parse(offer.dataset.entity);
  const content = state.getCurrentContent().createEntity(link.type, "MUTABLE", link.data);
  const linked = Modifier.applyEntity(content, state.getSelection(), content.getLastCreatedEntityKey());
  const next = EditorState.push(state, linked, "apply-entity");
  editor.onChange(EditorState.forceSelection(next, linked.getSelectionAfter()));
}

/** Put a whole text in the place of what the field holds; undoing brings that back. */
function replaceAll(offer) {
  if (!units.isRich(row)) {
    units.fieldOf(row).select();
    intoField({ dataset: { insert: offer.dataset.text } });
    return;
  }
  const { EditorState, convertFromRaw } = window.DraftJS;
  const editor = units.editorOf(row);
  const content = convertFromRaw(JSON.parse(offer.dataset.raw));
  const next = EditorState.push(editor.getEditorState(), content, "insert-fragment");
  editor.onChange(EditorState.moveFocusToEnd(next));
}

function onOffer(offer) {
  units.wake(row);
  if ("mark" in offer.dataset) mark(offer);
  else if ("text" in offer.dataset) replaceAll(offer);
  else (units.isRich(row) ? intoEditor : intoField)(offer);
  units.focus(row);
  units.compare(row);
  units.list.dispatchEvent(new CustomEvent("workspace:insert"));
  soon(PAUSE_OF_TYPING);
}

// Comments

/** Send what was written, or nothing, which resolves a thread. */
async function sendComment(box, isResolved) {
  const fields = {};
  for (const field of box.querySelectorAll("[name]")) fields[field.name] = field.value.trim();
  if (box.dataset.thread) fields.thread = box.dataset.thread;
  if (isResolved) fields.comment = "";
  else if (!fields.comment) return;
  const html = await post(addressOf("commentsUrl"), bodyOf(fields)).catch(() => null);
  if (html === null) return;
  kept.clear();
  const shown = new DOMParser().parseFromString(html, "text/html").querySelector("[data-aid]");
  panel.querySelector("[data-aid=comments]").replaceWith(shown);
  const count = shown.querySelectorAll("[data-thread]").length;
  document.dispatchEvent(new CustomEvent("workspace:comments", { detail: { row, count } }));
  panel.querySelector("[data-aid=comments] summary").focus();
}

function onClick({ target }) {
  const offer = target.closest(".aid__offer");
  const box = target.closest("[data-comment]");
  if (offer) onOffer(offer);
  else if (target.closest("[data-send]")) sendComment(box, false);
  else if (target.closest("[data-resolve]")) sendComment(box, true);
}

if (panel && units) {
  document.addEventListener("workspace:unit", onUnit);
  units.list.addEventListener("keyup", () => row && soon(PAUSE_OF_TYPING));
  panel.addEventListener("click", onClick);
  // A machine's proposal arrives when it has been asked for.
  new MutationObserver(number).observe(place(), { childList: true, subtree: true });
}
