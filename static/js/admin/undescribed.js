// Names the uploaded pictures that lack an alternative text, which the library does not take.
{
  const list = document.getElementById("upload-list");
  const status = document.querySelector("[data-undescribed]");

  const lacks = (form) =>
    !form.querySelector("[name$='description_zh_hans']")?.value.trim() &&
    !form.querySelector("[name$='decorative']")?.checked;

  const name = (form) => form.querySelector("[name$='title']").value;

  const tell = () => {
    const names = [...list.querySelectorAll("form")].filter(lacks).map(name);
    const text = names.length ? `${status.dataset.undescribed} ${names.join(", ")}` : "";
    if (status.textContent !== text) status.textContent = text;
    status.hidden = !names.length;
  };

  new MutationObserver(tell).observe(list, { childList: true, subtree: true });
  list.addEventListener("input", tell);
  window.addEventListener("beforeunload", (event) => {
    if (list.querySelector("form")) event.preventDefault();
  });
}
