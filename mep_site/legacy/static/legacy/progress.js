// Reads on until every capture of the upload has been read; without script, the button does.
const form = document.querySelector("[data-legacy-progress]");

async function readOn() {
  const response = await fetch(location.href, {
    method: "POST",
    body: new FormData(form),
    headers: { Accept: "application/json" },
  });
  if (!response.ok) return;
  const { waiting } = await response.json();
  const bar = document.getElementById("legacy-progress");
  bar.value = bar.max - waiting;
  if (waiting) await readOn();
  else location.reload();
}

if (form) readOn();
