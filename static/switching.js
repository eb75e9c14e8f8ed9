// A switch in place: the page behind its link takes the place of this one, and the row that is being read stays where it is.
// The address changes as if the link had been followed, so going back brings back what was shown. A switch that is a button sends
// the texts of its form along; there the address stays, as none shows them, and going back leads to where they were brought.
import { covered, isChosen } from "./reveal.js";

/** What an address shows; which row is chosen in it does not count. */
function view(of = location.href) {
  const address = new URL(of);
  address.searchParams.delete("row");
  return address.pathname + address.search;
}

let shown = view();
let switches = location.href; // the address with the switches as they stand
let turning; // ends the turn under way
let returning = ""; // what going back or forward is to show once its answer has come
let waiting = ""; // the switch that was pressed meanwhile

/** The switches of an address, without the row that it names. */
function keptIn(address) {
  const { searchParams } = new URL(address);
  searchParams.delete("row");
  return searchParams.toString();
}

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
  return said(address) === said(switches) ? firstNames() : [];
}

function put(page, opened, begin) {
  const old = document.querySelector("main");
  const main = document.importNode(page.querySelector("main"), true);
  const restore = hold();
  const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
  for (const kept of ["[data-newer]", "[data-hint]", "[data-keys]", ".given"]) main.querySelector(kept)?.replaceWith(old.querySelector(kept)); // what scripts filled in or showed
  for (const link of main.querySelectorAll("[data-newer] a")) link.search = keptIn(switches);
  const form = main.querySelector("#texts"); // what was typed stays; where it goes next follows the switches
  if (form) form.action = page.getElementById("texts").action;
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

async function turn(address, begin, { follow = () => {}, body, otherwise = () => goTo(address) } = {}) {
  const { signal } = (turning = new AbortController());
  try {
    const answer = await fetch(address, { signal, method: body ? "POST" : "GET", body });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const opened = openedAlone(address);
    follow();
    shown = view();
    switches = address;
    put(page, opened, begin);
  } catch {
    if (signal.aborted) return; // the reader has gone elsewhere
    stop();
    otherwise(); // the browser is to say what is wrong
    return;
  }
  const next = waiting;
  stop();
  if (next) document.getElementById(next)?.click(); // the switch of the page that has come
}

/** To go to the address one is at would only go to its fragment. */
function goTo(address) {
  if (view(address) === view()) location.reload();
  else location.assign(address);
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

function follow(control, begin) {
  const { form } = control;
  if (form) turn(control.formAction, begin, { body: new FormData(form), otherwise: () => form.requestSubmit(control) });
  else turn(addressOf(control).href, begin, { follow: () => history.pushState(null, "", addressOf(control)) });
}

/** Turn switches in place; `begin` starts the scripts of the page that has come. */
export function switchInPlace(begin) {
  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-switch]");
    if (!control || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (turning) waiting = control.id;
    else follow(control, begin);
  });
  addEventListener("popstate", () => {
    if (view() === (returning || shown)) return; // no more than another row
    stop();
    if (view() === shown) return;
    returning = view();
    turn(location.href, begin);
  });
}
