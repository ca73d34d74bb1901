// Names the controls that Wagtail's scripts and templates leave without a name, or with an English
// one. Editors, tags and dialogs come and go, so each is named when it appears.
{
  const SECTION = "section[aria-labelledby]";

  const headingOf = (control) => control.closest(SECTION)?.getAttribute("aria-labelledby");

  const labelOf = (editor) => {
    const field = editor.closest(".Draftail-Editor__wrapper")?.parentElement;
    const id = field?.querySelector("[data-draftail-input]")?.id;
    return id && document.querySelector(`label[for="${CSS.escape(id)}"]`)?.id;
  };

  const labelled = (control, id) => id && control.setAttribute("aria-labelledby", id);

  const kinds = {
    ".public-DraftEditor-content:not([aria-labelledby])": (editor) =>
      labelled(editor, labelOf(editor) || headingOf(editor)),
    "[data-streamfield-child] :is(input, select, textarea):not([type=hidden], [aria-labelledby])": (
      control,
    ) => {
      if (!control.labels.length) labelled(control, headingOf(control));
    },
    // Parts of blocks of one kind have the same name; with the block's before it they are told apart.
    [`section ${SECTION}:not([data-told-apart])`]: (section) => {
      section.dataset.toldApart = "";
      const own = section.getAttribute("aria-labelledby");
      labelled(section, `${headingOf(section.parentElement)} ${own}`);
    },
    ".tagit-new input:not([aria-labelledby])": (input) =>
      labelled(input, input.closest("[data-field-wrapper]")?.querySelector("label")?.id),
    ".replace-file-input input[type=file]:not([aria-label])": (input) =>
      input.setAttribute("aria-label", input.parentElement.querySelector("button").textContent.trim()),
    "input[type=submit][value=Search]": (button) => {
      if (gettext("Search") !== "Search") button.value = gettext("Search");
    },
    // Wagtail names a right as it is stored, in English; its row and column say the same.
    "td > label.w-sr-only:not([data-named])": (label) => {
      const cell = label.parentElement;
      if (!label.control?.name.includes("permissions")) return;
      const row = cell.parentElement.querySelector("h3, [data-chooser-title]");
      const column = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
      const words = [row?.textContent, column.title || column.textContent];
      label.dataset.named = "";
      label.textContent = words.map((each) => each?.trim()).filter(Boolean).join(": ");
    },
    // The links in it can't be reached by keyboard while it is closed, and so it could not be scrolled.
    ".w-minimap__list:not([tabindex])": (list) => list.setAttribute("tabindex", "0"),
  };

  const name = () => {
    for (const [selector, mend] of Object.entries(kinds)) {
      document.querySelectorAll(selector).forEach(mend);
    }
  };

  let waits = false;
  const soon = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      name();
    });
  };

  document.addEventListener("DOMContentLoaded", () => {
    name();
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  });
}
