/**
 * Lets the button of a page ask for a passkey: it names the function of allauth's script that does
 * so, and the field in which the answer is sent. Where a device gives none the page says so.
 */
const button = document.querySelector("[data-passkey]");
const { passkey, credential } = button.dataset;
const ids = { credential, data: "passkey-data", passwordless: "id_passwordless" };

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("passkey-refused").hidden = false;
});
window.allauth.webauthn.forms[passkey]({
  ids: { ...ids, add: button.id, authenticate: button.id, login: button.id },
});
