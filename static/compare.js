// Comfort for the comparison page: stepping through changes, copying a row's address, choosing versions in place.
// The page says everything without it.
import { openAround, show } from "./reveal.js";
import { steps } from "./steps.js";

const status = document.querySelector(".status");
let clearing;

function say(text) {
  status.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => { status.textContent = ""; }, 2500);
}

async function copyAddress(event) {
  const link = event.target.closest("a.copy");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(link.closest(".row"));
  try {
    await navigator.clipboard.writeText(link.href);
    say("Link to this row copied");
  } catch {
    say("The address bar now holds the link to this row");
  }
}

async function fillChoices(event) {
  const link = event.target.open && event.target.querySelector("a[data-choices]");
  if (!link) return;
  const page = await fetch(link.href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  const choices = new DOMParser().parseFromString(page, "text/html").getElementById("choices");
  link.replaceWith(...document.importNode(choices, true).childNodes);
}

document.addEventListener("click", copyAddress);
for (const picker of document.querySelectorAll("details.picker")) {
  picker.addEventListener("toggle", (event) => fillChoices(event).catch(() => {}));
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const picker of document.querySelectorAll("details.picker[open]")) {
    picker.open = false;
    picker.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const picker of document.querySelectorAll("details.picker[open]")) {
    if (!picker.contains(event.target)) picker.open = false;
  }
});
addEventListener("hashchange", () => openAround(document.getElementById(location.hash.slice(1))));
openAround(document.getElementById(location.hash.slice(1)));
steps(document.querySelector("[data-changes]"), [...document.querySelectorAll(".row.change")]);
