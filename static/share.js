// Passing a comparison or a row on: copies what a share panel holds, or hands it to the system.
import { show } from "./reveal.js";

function today() {
  return new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}

/** Bring the buttons of `panel` to life, until `signal`; `say` tells what came of it. */
export function share(panel, say, signal) {
  if (!panel) return;
  const find = (name) => panel.querySelector(`[data-${name}]`);
  const link = find("link");
  const page = link.textContent.trim();
  const citation = find("citation").textContent;
  let address = page;

  // The panel of the comparison follows the row that is chosen. A fragment alone would never reach other sites.
  function follow() {
    const id = document.querySelector(".row:has(:target)")?.dataset.row;
    address = id ? `${page}?row=${id}#${id}` : page;
    link.search = id ? `?row=${id}` : "";
    link.hash = id ?? "";
    link.firstElementChild.textContent = address;
  }
  const TEXTS = {
    link: () => address,
    citation: () => `${citation.replace(page, address)}, accessed ${today()}.`,
    words: () => find("words").value,
    code: () => find("code").value,
    text: (button) => fetch(button.dataset.text).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer))),
  };
  for (const button of panel.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(await TEXTS[button.dataset.copy](button));
        say("Copied");
      } catch {
        say("This browser does not let pages copy; mark the text and copy it yourself");
      }
    });
  }
  const send = find("send");
  send.hidden = !navigator.share;
  send.addEventListener("click", () => navigator.share({ title: document.title, url: address }).catch(() => {}));
  find("day").textContent = "The copy has the day of access.";
  for (const field of panel.querySelectorAll("textarea")) field.addEventListener("focus", () => field.select());
  if (panel.classList.contains("of-row")) return;
  addEventListener("hashchange", follow, { signal });
  follow();
}

/** Copy the address of the row of a ¶, which the address bar then holds too, and put the row's own panel below it. */
export async function shareRow(link, say) {
  const row = link.closest(".row");
  show(row);
  history.replaceState(null, "", link.href);
  putPanel(row, `${location.pathname}/share${link.search}`, say).catch(() => {});
  try {
    await navigator.clipboard.writeText(link.href);
    say("Link to this row copied");
  } catch {
    say("The address bar now holds the link to this row");
  }
}

async function putPanel(row, address, say) {
  if (row.querySelector(".share")) return;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const part = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector(".share.of-row")?.remove();
  row.append(document.importNode(part.querySelector(".share"), true));
  share(row.querySelector(".share"), say);
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
