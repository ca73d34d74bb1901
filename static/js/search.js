// Titles while one types: ARIA's combobox pattern.

function suggest(form, at) {
  const input = form.elements.q;
  const list = document.createElement("ul");
  let chosen, timer;
  Object.assign(list, { id: `suggestions-${at}`, className: "suggestions", role: "listbox" });
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

  function show(found) {
    list.replaceChildren(...found.map(({ text, url }, n) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `${list.id}-${n}`, role: "option", textContent: text });
      option.onclick = () => location.assign(url);
      return option;
    }));
    list.hidden = !found.length;
    input.ariaExpanded = !list.hidden;
    choose();
  }

  async function ask() {
    const q = input.value;
    const url = `${form.dataset.suggestions}?q=${encodeURIComponent(q)}`;
    const answer = await fetch(url).then((it) => it.json()).catch(() => ({}));
    if (q === input.value && input.matches(":focus")) show(answer.suggestions ?? []);
  }

  // What is still being composed, such as pinyin, is not what somebody looks for.
  input.oninput = ({ isComposing }) => {
    clearTimeout(timer);
    if (!isComposing) timer = setTimeout(ask, 150);
  };
  input.addEventListener("compositionend", input.oninput);
  // A click leaves the field its focus.
  list.onmousedown = (press) => press.preventDefault();
  input.onblur = () => show([]);
  input.onkeydown = (key) => {
    if (key.isComposing || list.hidden) return;
    if (key.key === "ArrowDown") choose(chosen ? chosen.nextSibling : list.firstChild);
    else if (key.key === "ArrowUp") choose(chosen ? chosen.previousSibling : list.lastChild);
    else if (key.key === "Escape") show([]);
    else if (key.key === "Enter" && chosen) chosen.click();
    else return;
    key.preventDefault();
  };
  show([]);
}

document.querySelectorAll("form[data-suggestions]").forEach(suggest);
