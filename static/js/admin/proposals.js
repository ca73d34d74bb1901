/**
 * Machine proposals in the form of a translation: asks for one when its button is pressed, and puts
 * the box beside the text by which its translator answers for it. Whose words a text is, the server
 * finds out for itself; nothing here is trusted.
 */
async function ask(button) {
  const place = button.closest("[data-proposal-place]");
  const body = new FormData();
  body.set("unit", button.dataset.unit);
  body.set("language", button.dataset.language);
  button.disabled = true;
  place.setAttribute("aria-busy", "true");
  const headers = { "X-CSRFToken": window.wagtailConfig.CSRF_TOKEN };
  const answer = await fetch(button.dataset.askProposal, { method: "POST", body, headers })
    .then((response) => (response.ok ? response.text() : null))
    .catch(() => null);
  place.removeAttribute("aria-busy");
  button.disabled = false;
  const shown = place.querySelector("[data-proposal-answer]");
  if (answer === null) shown.textContent = shown.dataset.failed;
  else shown.innerHTML = answer;
}

/** The box stands beside a text as soon as a proposal was put into it, and is not ticked. */
function offerToAnswer(offer) {
  const row = document.getElementById(`unit-${offer.dataset.proposalFor}`);
  const box = offer.closest("[data-proposal]").querySelector("template");
  row.querySelector(".unit__origin")?.remove();
  row.querySelector(".unit__text").append(box.content.cloneNode(true));
}

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-ask-proposal]");
  const offer = target.closest("[data-proposal-for]");
  if (button) ask(button);
  else if (offer) offerToAnswer(offer);
});
