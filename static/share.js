// Passing a comparison or a row on: copies what a share panel holds, or hands it to the system.
import { isChosen, show } from "./reveal.js";

const fetched = (address) => fetch(address).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer)));
const SHOWN = 2000; // milliseconds
const confirming = new Map();
const day = () => new Date().toLocaleDateString("en-GB", { dateStyle: "long" });

/** Put `text`, or what it promises, on the clipboard: at once, as browsers let a page copy only right after a press. */
async function copy(text, say, done, failed, button) {
  try {
    if (text instanceof Promise && "ClipboardItem" in window) await navigator.clipboard.write([new ClipboardItem({ "text/plain": text.then((words) => new Blob([words], { type: "text/plain" })) })]);
    else await navigator.clipboard.writeText(await text);
    say(done);
    if (button) confirm(button);
  } catch {
    say(await Promise.resolve(text).then(() => failed, () => "The text did not come. Try again"));
  }
}

/** Say on the button itself, for a moment, that it is done. */
function confirm(button) {
  button.dataset.label ??= button.textContent;
  button.textContent = "Copied";
  clearTimeout(confirming.get(button));
  confirming.set(button, setTimeout(() => { button.textContent = button.dataset.label; }, SHOWN));
}

/** Bring the buttons of `panel` to life, until `signal`; `say` tells what came of it. */
export function share(panel, say, signal) {
  const find = (name) => panel.querySelector(`[data-${name}]`);
  const link = find("link");
  const page = link.textContent.trim();
  const cited = find("citation").textContent;
  let address = page;

  // The panel of the comparison follows the row that is chosen.
  function follow() {
    const id = document.querySelector(".row:has(:target)")?.dataset.row;
    const { pathname } = link;
    const to = new URL(page); // the switches of the page stay
    if (id) to.searchParams.set("row", id);
    to.hash = id ?? "";
    link.href = pathname + to.search + to.hash;
    link.firstElementChild.textContent = address = to.href;
    find("citation").textContent = cited.replace(page, address);
  }
  const TEXTS = {
    link: () => address,
    citation: () => `${find("citation").textContent}, accessed ${day()}.`,
    words: () => find("words").value,
    code: () => find("code").value,
    text: (button) => fetched(button.dataset.text),
  };
  for (const button of panel.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(TEXTS[button.dataset.copy](button), say, "Copied", "Mark the text and copy it yourself", button));
  }
  const send = find("send");
  send.hidden = !navigator.share;
  send.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
  find("day").textContent = "The copied citation includes today’s date.";
  for (const field of panel.querySelectorAll("textarea")) field.addEventListener("focus", () => field.select());
  if (panel.classList.contains("of-row")) return;
  addEventListener("hashchange", follow, { signal });
  follow();
}

/** Copy the address of the row of a ¶, and put the row's own panel below it. */
export function shareRow(link, say) {
  const row = link.closest(".row");
  show(row);
  history.replaceState(null, "", link.href);
  putPanel(row, `${location.pathname}/share${link.search}`, say).catch(() => {});
  copy(link.href, say, "Link to this row copied", "The address bar now holds the link to this row");
}

async function putPanel(row, address, say) {
  if (row.querySelector(".share")) return;
  const part = new DOMParser().parseFromString(await fetched(address), "text/html");
  if (!isChosen(row)) return; // the reader has gone on to another row, or to another view
  document.querySelector(".share.of-row")?.remove();
  row.append(document.importNode(part.querySelector(".share"), true));
  share(row.lastElementChild, say);
}

/** Go to the row that the address names by `row` alone; let go of it once the fragment names another. */
export function followRow() {
  const chosen = document.querySelector(".row.chosen");
  if (chosen && !location.hash) show(chosen);
  addEventListener("hashchange", letGo);
  letGo();
}

function letGo() {
  const id = location.hash.slice(1);
  for (const row of document.querySelectorAll(".row.chosen")) row.classList.toggle("chosen", row.dataset.row === id);
  const address = new URL(location.href);
  const named = address.searchParams.get("row");
  if (!named || named === id) return;
  address.searchParams.delete("row");
  history.replaceState(null, "", address);
}
