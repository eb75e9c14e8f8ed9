// Comfort for the comparison page: stepping through changes, copying a row's address, choosing versions in place.
// The page says everything without it.
import { listenForKeys } from "./keys.js";
import { drawMap } from "./map.js";
import { openAround } from "./reveal.js";
import { followRow, share, shareRow } from "./share.js";
import { steps } from "./steps.js";

const status = document.querySelector(".status");
let clearing;

function say(text) {
  status.textContent = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => { status.textContent = ""; }, 2500);
}

function copyAddress(event) {
  const link = event.target.closest("a.copy");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  shareRow(link, say);
}

async function fillChoices(event) {
  const link = event.target.open && event.target.querySelector("a[data-choices]");
  if (!link) return;
  const page = await fetch(link.href).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
  const choices = new DOMParser().parseFromString(page, "text/html").getElementById("choices");
  link.replaceWith(...document.importNode(choices, true).childNodes);
}

// What the page itself cannot say, as it never changes: that there is a newer version by now.
async function fillNewer(place) {
  const answer = await fetch(place.dataset.newer);
  if (!answer.ok) return;
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(...document.importNode(part.body, true).childNodes);
}

function unfold(event) {
  const link = event.currentTarget;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const folds = [...document.querySelectorAll(".fold > details")];
  const opening = folds.some((fold) => !fold.open);
  for (const fold of folds) fold.open = opening;
  link.textContent = opening ? "Fold what is alike" : "Unfold what is alike";
  const address = new URL(location.href);
  address.searchParams.delete("folds");
  if (opening) address.searchParams.set("folds", "open");
  history.replaceState(null, "", address);
}

// Another switch keeps the row that the address names, and the folds as they stand.
function keepView(event) {
  const link = event.currentTarget;
  link.hash = location.hash;
  const address = new URL(link.href);
  const now = new URLSearchParams(location.search);
  for (const name of ["folds", "row"]) {
    address.searchParams.delete(name);
    if (now.has(name)) address.searchParams.set(name, now.get(name));
  }
  link.href = address;
}

// The row that the address names stays chosen on the other side: left becomes right.
function keepRow(event) {
  const row = document.querySelector(".row:has(:target)");
  const sentence = row?.querySelector(".cell.right span[id]") ?? row?.querySelector(".cell.left span[id]");
  if (sentence) event.currentTarget.hash = (sentence.id.startsWith("r-") ? "l-" : "r-") + sentence.id.slice(2);
}

document.addEventListener("click", copyAddress);
for (const picker of document.querySelectorAll("details.picker")) {
  picker.addEventListener("toggle", (event) => fillChoices(event).catch(() => {}));
}
// What opens over the page closes by Escape, by a click beside it, and when the focus goes on: it would cover what comes next.
const OVER = ":is(details.picker, details.share:not(.of-row))[open]";
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of document.querySelectorAll(OVER)) {
    panel.open = false;
    panel.querySelector("summary").focus();
  }
});
for (const type of ["click", "focusin"]) {
  document.addEventListener(type, (event) => {
    for (const panel of document.querySelectorAll(OVER)) {
      if (!panel.contains(event.target)) panel.open = false;
    }
  });
}
document.querySelector("[data-unfold]")?.addEventListener("click", unfold);
document.querySelector("[data-swap]").addEventListener("click", keepRow);
for (const link of document.querySelectorAll("[data-switch]")) link.addEventListener("click", keepView);
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll(".fold > details")) fold.open = true;
});
addEventListener("hashchange", () => openAround(document.getElementById(location.hash.slice(1))));
openAround(document.getElementById(location.hash.slice(1)));
fillNewer(document.querySelector("[data-newer]")).catch(() => {});
listenForKeys();
followRow();
for (const panel of document.querySelectorAll(".share")) share(panel, say);
drawMap(document.querySelector("[data-map]"));
steps(document.querySelector("[data-changes]"), [...document.querySelectorAll(".row.change")]);
