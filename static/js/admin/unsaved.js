/**
 * Keeps Wagtail from taking what nobody has saved for saved. Its controller takes what a form holds
 * two seconds after loading for what the server has, and again when an autosave has succeeded:
 * letters typed before that were neither saved nor warned about. Here it is told what was saved.
 */
const form = document.querySelector("[data-edit-form]");
const controller = () => window.wagtail.app.getControllerForElementAndIdentifier(form, "w-unsaved");
const SIGNS = ["keydown", "beforeinput", "pointerdown", "paste", "drop", "change"];

let saved = null; // What the server has, as the controller writes it down; null if it may look.
let sent = null; // What an autosave has on its way.

const TEXTS = "input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea";

/** What the form held when it arrived, if something was typed before any script ran. */
function beforeTyping() {
  const typed = [...form.querySelectorAll(TEXTS)].filter(
    (field) => field.name && field.value !== field.defaultValue,
  );
  if (!typed.length) return null;
  const fields = new URLSearchParams(controller().formData);
  for (const field of typed) {
    if (fields.has(field.name)) fields.set(field.name, field.defaultValue);
  }
  return fields.toString();
}

function remember(fields) {
  for (const sign of SIGNS) form.removeEventListener(sign, onSign, true);
  saved = fields;
  controller().setInitialFormData();
}

/** Scripts that build the form say that it changed, too; only a person's hand counts. */
function onSign({ isTrusted }) {
  if (isTrusted) remember(controller().formData);
}

function begin() {
  if (controller().forceValue) return;
  const fields = beforeTyping();
  if (fields !== null) {
    remember(fields);
    return;
  }
  for (const sign of SIGNS) form.addEventListener(sign, onSign, true);
}

/** What was sent, with what the server filled in for it, such as the keys of new rows. */
function confirmed(updates = {}) {
  const fields = new URLSearchParams(sent);
  for (const [name, value] of Object.entries(updates)) {
    if (fields.has(name)) fields.set(name, value);
  }
  return fields.toString();
}

if (form && /\bw-unsaved\b/.test(form.dataset.controller)) {
  form.addEventListener("w-unsaved:watch-edits", () => {
    if (saved !== null) {
      controller().initialFormData = saved;
      controller().previousFormData = saved;
    }
    // A form that arrives with errors is not watched; once it is saved it has to be.
    queueMicrotask(() => {
      if (!controller().checkInterval) controller().checkIntervalValueChanged(500);
    });
  });
  form.addEventListener("w-autosave:save", () => {
    sent = controller().formData;
  });
  // Before the controller looks at the form again.
  document.addEventListener(
    "w-autosave:success",
    ({ detail }) => {
      if (sent !== null) saved = confirmed(detail.response.field_updates);
    },
    true,
  );
  // The controller looks twice a second; who leaves may have typed since.
  addEventListener("beforeunload", () => controller().check(), true);
  if (window.wagtail?.app && controller()) begin();
  else form.addEventListener("w-unsaved:ready", begin, { once: true });
}
