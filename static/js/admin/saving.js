/**
 * Says within three seconds that nothing is being saved, and why, and goes on by itself when that
 * is over. Sends a form without leaving it: who has no session, connection or server any more keeps
 * what they typed.
 */
const PATIENCE = 1200; // Milliseconds in which the server answers, or counts as silent.
const FRESH = 1500; // For how long an answer of the server is believed.
const RETRY = 2000; // Between two questions while nothing is being saved, or two attempts to save,
const LONGEST_RETRY = 30_000; // and at most, if nobody looks or the attempts fail.

// What Wagtail's workflow buttons add to the form before they send it.
const STEPS = ":scope > [name=action-workflow-action], :scope > [name^=workflow-action-]";

const form = document.querySelector("[data-edit-form]");
const notice = document.getElementById("saving-notice")?.content.firstElementChild;
const opener = () => form.elements.form_user;

let reason = ""; // Why nothing is being saved.
let isOwed = false; // An autosave failed or is not answered.
let isSending = false;
let isAsking = false;
let heardAt = Date.now(); // When the server last answered as it should.
let retryAfter = RETRY;
let next; // The next question.
let wait; // For the answer to an autosave.

/** Show why nothing is being saved; an empty reason if all is well. */
function say(why) {
  clearTimeout(next);
  reason = why;
  notice.hidden = !why;
  for (const part of notice.querySelectorAll("[data-reasons]")) {
    part.hidden = !part.dataset.reasons.split(" ").includes(why);
  }
  if (why) {
    next = setTimeout(look, document.hidden ? LONGEST_RETRY : RETRY);
  } else {
    heardAt = Date.now();
    retryAfter = RETRY;
  }
}

/** After signing in anew forms are accepted with the new token only. */
function renewToken(token) {
  window.wagtailConfig.CSRF_TOKEN = token;
  for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
}

/** What the server says of who is signed in, and its status; without it if there is none. */
async function session() {
  const response = await fetch(notice.dataset.sessionUrl, {
    headers: { "X-Requested-With": "XMLHttpRequest" },
    signal: AbortSignal.timeout(PATIENCE),
  });
  return [response.status, response.ok ? await response.json() : null];
}

const REASON_BY_ERROR = { TimeoutError: "silent", SyntaxError: "failing" };

/** Ask the server who is signed in; returns what is wrong. */
async function ask() {
  let status, signedIn;
  try {
    [status, signedIn] = await session();
  } catch (error) {
    return REASON_BY_ERROR[error.name] ?? "offline";
  }
  if (status === 403) return "signed-out";
  if (!signedIn) return "failing";
  renewToken(signedIn.token);
  for (const name of notice.querySelectorAll("[data-user-name]")) name.textContent = signedIn.name;
  notice.dataset.user = signedIn.user;
  return opener() && opener().value !== signedIn.user ? "other-user" : "";
}

/** See whether all is well, and go on if it is again; never, if there is nothing to be saved to. */
async function look() {
  if (isAsking || reason === "gone") return;
  isAsking = true;
  const why = await ask();
  isAsking = false;
  if (why) say(why);
  else if (isOwed) autosave();
  else if (!isSending) say("");
}

/** Let Wagtail save what is unsaved; an earlier attempt that is not answered is given up. */
function autosave() {
  clearTimeout(next);
  next = setTimeout(look, retryAfter);
  retryAfter = Math.min(retryAfter * 2, LONGEST_RETRY);
  if ("undecided" in form.dataset || isSending) return;
  const controller = window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");
  if (!controller) {
    isOwed = false;
    say("");
    return;
  }
  controller.submitPromise = null;
  controller.activeValue = true;
  controller.save();
}

function onAutosave() {
  clearTimeout(wait);
  wait = setTimeout(() => {
    isOwed = true;
    if (!reason) say("silent");
  }, PATIENCE + 500);
}

function onSaved() {
  clearTimeout(wait);
  isOwed = false;
  if (!isSending) say("");
}

const SAID_BY_SERVER = { refused: "refused", other_user: "other-user" };

async function onError({ detail }) {
  clearTimeout(wait);
  const said = SAID_BY_SERVER[detail.response?.error_code];
  isOwed = Boolean(said) || ["network_error", "server_error"].includes(detail.type);
  if (said) say(said);
  if (said || !isOwed) return;
  const why = await ask();
  say(why || "failing");
  if (why) return;
  clearTimeout(next);
  next = setTimeout(look, retryAfter);
}

/** Whoever types is told even if there is no pause in which anything is saved. */
function onTyping() {
  if (!reason && !isSending && Date.now() - heardAt > FRESH) {
    heardAt = Date.now();
    look();
  }
}

/** Wait until an autosave on its way has arrived: what is sent after it is newer. */
async function autosaveIsOver() {
  const controller = window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");
  if (!controller) return;
  controller.activeValue = false;
  const patience = new Promise((resolve) => {
    setTimeout(resolve, 2 * PATIENCE);
  });
  await Promise.race([controller.submitPromise, patience]);
}

/** Send the form; its status, and where the server leads, if it does. */
async function post(submitter) {
  const data = new FormData(form);
  if (submitter?.name) data.set(submitter.name, submitter.value);
  const headers = { "X-Requested-With": "XMLHttpRequest", "X-Redirect-As": "json" };
  const signal = AbortSignal.timeout(LONGEST_RETRY);
  const response = await fetch(form.action, { method: "POST", body: data, headers, signal });
  const leads = response.headers.get("Content-Type")?.startsWith("application/json");
  return { status: response.status, goal: leads ? (await response.json()).location : null };
}

/** Leave for where the server leads; a form that it shows again is sent once more, as usual. */
function follow(goal, submitter) {
  form.dataset.wUnsavedConfirmationValue = "false";
  if (goal) {
    location.assign(goal);
    return;
  }
  if (submitter?.name) {
    const field = Object.assign(document.createElement("input"), { type: "hidden" });
    field.name = submitter.name;
    field.value = submitter.value;
    form.append(field);
  }
  HTMLFormElement.prototype.submit.call(form);
}

/** Stay with the form as it is, without the step of a workflow that was to be taken with it. */
function stay(why, submitter) {
  isSending = false;
  for (const field of form.querySelectorAll(STEPS)) field.remove();
  isOwed = !["refused", "other-user", "gone"].includes(why);
  if (submitter) submitter.dataset.wProgressLoadingValue = "false";
  if (!("undecided" in form.dataset)) form.dataset.wAutosaveActiveValue = "true";
  say(why);
}

async function send(submitter) {
  if (isSending) return;
  isSending = true;
  const silence = setTimeout(() => say("silent"), 2 * PATIENCE);
  await autosaveIsOver();
  let response = await post(submitter).catch(() => null);
  let why = "";
  if (response?.status === 403) {
    // Signed out, or signed in anew.
    why = await ask();
    response = why ? response : await post(submitter).catch(() => null);
  }
  clearTimeout(silence);
  if (response?.status === 200) {
    follow(response.goal, submitter);
    return;
  }
  const said = { 403: "refused", 404: "gone" };
  why ||= response ? said[response.status] || "failing" : await ask();
  stay(why || "offline", submitter);
}

function onSubmit(event) {
  if (event.target !== form) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  send(event.submitter);
}

/** Save under the name of whoever is signed in now; a form that somebody else opened. */
function goOn() {
  opener().value = notice.dataset.user;
  isOwed = true;
  look();
}

if (form && notice) {
  form.before(notice);
  document.addEventListener("submit", onSubmit, true);
  // Wagtail's dialogs send the form by this method, without an event.
  form.submit = () => send(null);
  document.addEventListener("w-autosave:save", onAutosave);
  document.addEventListener("w-autosave:success", onSaved);
  document.addEventListener("w-autosave:error", onError);
  document.addEventListener("w-swap:error", look);
  for (const name of ["keydown", "beforeinput", "change"]) {
    form.addEventListener(name, onTyping, true);
  }
  addEventListener("offline", () => say("offline"));
  addEventListener("online", look);
  addEventListener("focus", look);
  notice.addEventListener("click", (event) => {
    if (event.target.closest("[data-go-on]")) goOn();
  });
}
