// A switch in place: the page behind its link takes the place of this one, and the row that is being read stays where it is.
// The address changes as if the link had been followed, so going back brings back what was shown.
import { covered, isChosen } from "./reveal.js";

/** What an address shows; which row is chosen in it does not count. */
function view(of = location.href) {
  const address = new URL(of);
  address.searchParams.delete("row");
  return address.pathname + address.search;
}

let shown = view();
let turning; // ends the turn under way
let returning = ""; // what going back or forward is to show once its answer has come
let waiting = ""; // the switch that was pressed meanwhile

const rowOf = (name) => document.querySelector(`.row[data-row="${CSS.escape(name)}"]`);
const firstNames = () => [...document.querySelectorAll(".fold > details[open]")].map((fold) => fold.querySelector(".row").dataset.row);

/** Remember the row being read and its place in the window; gives what puts it there again, or else the nearest that is shown. */
function hold() {
  const { scrollY: y } = window;
  const rows = [...document.querySelectorAll(".row[data-row]")].filter((row) => row.checkVisibility());
  const visible = rows.filter((row) => row.getBoundingClientRect().bottom > covered() && row.getBoundingClientRect().top < innerHeight);
  const read = visible.find(isChosen) ?? visible[0];
  if (!read || document.querySelector(".rows").getBoundingClientRect().top > covered()) return () => scrollTo({ top: y, behavior: "instant" });
  const { top } = read.getBoundingClientRect();
  const at = rows.indexOf(read);
  const names = [...rows.slice(at), ...rows.slice(0, at).reverse()].map((row) => row.dataset.row);
  return () => {
    const row = names.map(rowOf).find((one) => one?.checkVisibility());
    if (row) scrollBy({ top: row.getBoundingClientRect().top - top, behavior: "instant" });
  };
}

/** Which folds stand open one by one, as long as neither the view nor the folds as a whole are what changes. */
function openedAlone(address) {
  const said = (one) => ["view", "folds"].map((name) => new URL(one, location.href).searchParams.get(name)).join();
  return said(address) === said(shown) ? firstNames() : [];
}

function put(page, opened, begin) {
  const old = document.querySelector("main");
  const main = document.importNode(page.querySelector("main"), true);
  const restore = hold();
  const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
  for (const kept of ["[data-newer]", "[data-hint]", "[data-keys]"]) main.querySelector(kept)?.replaceWith(old.querySelector(kept)); // what scripts filled in or showed
  old.replaceWith(main);
  for (const name of opened) rowOf(name)?.closest("details")?.setAttribute("open", "");
  if (location.hash) location.replace(location.hash); // so that :target marks the new row
  begin();
  restore();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function stop() {
  turning?.abort();
  turning = undefined;
  returning = waiting = "";
}

async function turn(address, begin, follow = () => {}) {
  const { signal } = (turning = new AbortController());
  try {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const opened = openedAlone(address);
    follow();
    shown = view();
    put(page, opened, begin);
  } catch {
    if (signal.aborted) return; // the reader has gone elsewhere
    stop();
    // The browser is to say what is wrong. To go to the address one is at would only go to its fragment.
    if (view(address) === view()) location.reload();
    else location.assign(address);
    return;
  }
  const next = waiting;
  stop();
  if (next) document.getElementById(next)?.click(); // the switch of the page that has come
}

/** The address of a switch, with the row that is chosen now. */
function addressOf(link) {
  const address = new URL(link.href);
  const row = new URLSearchParams(location.search).get("row");
  if (row) address.searchParams.set("row", row);
  else address.searchParams.delete("row");
  address.hash = location.hash;
  return address;
}

/** Turn switches that are links in place; `begin` starts the scripts of the page that has come. */
export function switchInPlace(begin) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-switch]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (turning) waiting = link.id;
    else turn(addressOf(link).href, begin, () => history.pushState(null, "", addressOf(link)));
  });
  addEventListener("popstate", () => {
    if (view() === (returning || shown)) return; // no more than another row
    stop();
    if (view() === shown) return;
    returning = view();
    turn(location.href, begin);
  });
}
