/**
 * Shows above an open form that somebody saved a newer version, with the choices that the server
 * offers, and switches autosave off until one of them is taken.
 */
const form = document.querySelector("[data-edit-form]");

function show(html) {
  if (!html) return;
  form.dataset.wAutosaveActiveValue = "false";
  form.dataset.undecided = "";
  const shown = document.getElementById("conflict");
  if (shown) shown.outerHTML = html;
  else form.insertAdjacentHTML("beforebegin", html);
}

document.addEventListener("w-autosave:error", ({ detail }) => show(detail.response?.conflict));
document.addEventListener("w-swap:json", ({ detail }) => show(detail.data?.conflict));
// Whoever discards what they typed has been asked already.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-gives-up]")) form.dataset.wUnsavedConfirmationValue = "false";
});
