// Comfort for the comparison page: steps through changes, a map of them, switches and choices in place, keys.
// The page says everything without it.
import { closeChoices, fillChoices } from "./choices.js";
import { listenForKeys } from "./keys.js";
import { drawMap, listenToMap } from "./map.js";
import { joinMoves } from "./moves.js";
import { covered, uncover } from "./reveal.js";
import { followRow, share, shareRow } from "./share.js";
import { steps } from "./steps.js";
import { switchInPlace } from "./switching.js";

let clearing;
let ending;

function say(text) {
  const status = document.querySelector(".status");
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

// What the page itself cannot say, as it never changes: that there is a newer version by now.
async function fillNewer(place) {
  place.ariaBusy = "true"; // read out once it is whole
  try {
    const answer = await fetch(place.dataset.newer);
    if (!answer.ok) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...document.importNode(part.body, true).childNodes);
  } finally {
    place.ariaBusy = null;
  }
}

// The row that the address names stays chosen on the other side: left becomes right.
function keepRow(event) {
  const row = document.querySelector(".row:has(:target)");
  const sentence = row?.querySelector(".cell.right span[id]") ?? row?.querySelector(".cell.left span[id]");
  if (sentence) event.currentTarget.hash = (sentence.id.startsWith("r-") ? "l-" : "r-") + sentence.id.slice(2);
}

const named = () => document.getElementById(location.hash.slice(1));
const measure = () => document.documentElement.style.setProperty("scroll-padding-top", `${covered() + 8}px`);

/** Start what belongs to the page in place; what began before for another one ends. */
function begin() {
  ending?.abort();
  ending = new AbortController();
  const { signal } = ending;
  const rows = document.querySelector(".rows");
  const map = document.querySelector("[data-map]");
  const changes = [...document.querySelectorAll(".pair.change, .row.change")];
  let tell = () => {};
  measure();
  fillChoices();
  for (const panel of document.querySelectorAll(".share")) share(panel, say, signal);
  document.querySelector("[data-swap]").addEventListener("click", keepRow);
  const stepper = steps(document.querySelector("[data-changes]"), changes, signal, (...where) => tell(...where));
  if (map && stepper) {
    drawMap(map, rows, signal);
    tell = listenToMap(map, changes.length, stepper);
  }
  joinMoves(rows, signal);
}

document.addEventListener("click", copyAddress);
addEventListener("resize", measure);
addEventListener("hashchange", () => uncover(named()));
begin();
uncover(named());
followRow();
closeChoices();
listenForKeys();
switchInPlace(begin);
const newer = document.querySelector("[data-newer]");
if (newer) fillNewer(newer).catch(() => {});
