// Titles while somebody types: an editable combobox, as the ARIA pattern has it.

function suggest(form, number) {
  const input = form.elements.q;
  const list = document.createElement("ul");
  let chosen, timer;
  Object.assign(list, { id: `suggestions-${number}`, className: "suggestions", role: "listbox" });
  list.ariaLabel = input.labels[0].textContent;
  form.append(list);
  Object.assign(input, { role: "combobox", autocomplete: "off", ariaAutoComplete: "list" });
  input.setAttribute("aria-controls", list.id);

  function choose(option) {
    if (chosen) chosen.ariaSelected = false;
    chosen = option;
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    if (option) option.ariaSelected = true;
    option?.scrollIntoView({ block: "nearest" });
  }

  function show(suggestions) {
    list.replaceChildren(...suggestions.map(({ text, url }, at) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `${list.id}-${at}`, role: "option", textContent: text });
      option.onpointerdown = () => location.assign(url);
      return option;
    }));
    list.hidden = !suggestions.length;
    input.ariaExpanded = !list.hidden;
    choose();
  }

  async function ask() {
    const q = input.value;
    const url = `${form.dataset.suggestions}?q=${encodeURIComponent(q)}`;
    const found = await fetch(url).then((answer) => answer.json(), () => ({}));
    if (q === input.value) show(found.suggestions ?? []);
  }

  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  };
  input.onblur = () => show([]);
  input.onkeydown = (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen ? chosen.nextSibling : list.firstChild);
    else if (event.key === "ArrowUp") choose(chosen ? chosen.previousSibling : list.lastChild);
    else if (event.key === "Escape") show([]);
    else if (event.key === "Enter" && chosen) chosen.onpointerdown();
    else return;
    event.preventDefault();
  };
  show([]);
}

document.querySelectorAll("form[data-suggestions]").forEach(suggest);
