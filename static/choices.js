// What opens over the page: the choice of another version, whose list comes when it is asked for, and the share panel. It closes
// by Escape, by a press beside it, and when the focus goes on: it would cover what comes next.
async function fill(picker) {
  const link = picker.open && picker.querySelector("a[data-choices]");
  if (!link) return;
  const page = await fetch(link.href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  const choices = new DOMParser().parseFromString(page, "text/html").getElementById("choices");
  link.replaceWith(...document.importNode(choices, true).childNodes);
}

export function fillChoices() {
  for (const picker of document.querySelectorAll("details.picker")) {
    const filled = () => fill(picker).catch(() => {}); // the link to the list stays
    picker.addEventListener("toggle", filled);
    filled(); // it may have been opened before the scripts came
  }
}

export function closeChoices() {
  const open = () => document.querySelectorAll(":is(details.picker, details.share:not(.of-row))[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const ofRow = document.activeElement?.closest("details.share.of-row[open]");
    for (const panel of ofRow ? [ofRow] : open()) {
      panel.open = false;
      panel.querySelector("summary").focus();
    }
  });
  for (const type of ["click", "focusin"]) {
    document.addEventListener(type, (event) => {
      for (const panel of open()) {
        if (!panel.contains(event.target)) panel.open = false;
      }
    });
  }
}
