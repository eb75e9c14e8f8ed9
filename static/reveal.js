// Bringing an element into view, opening whatever it is folded into.

/** How much of the window's top is covered by what stays there, in pixels. */
export function covered() {
  const top = [...document.querySelectorAll(".top, .heads")].find((one) => one.offsetHeight && getComputedStyle(one).position === "sticky");
  return top ? top.offsetHeight : 0;
}

/** Open every <details> around `element`; scrolls to it if one had to be opened. */
export function openAround(element) {
  let opened = false;
  for (let at = element?.parentElement; at; at = at.parentElement) {
    if (at.tagName === "DETAILS" && !at.open) {
      at.open = true;
      opened = true;
    }
  }
  if (opened) element.scrollIntoView({ block: "start" });
}

/** Bring the start of the row that `element` is in from behind what stays in sight at the top. */
export function uncover(element) {
  openAround(element);
  const row = element?.closest(".row");
  if (row && row.getBoundingClientRect().top < covered()) row.scrollIntoView({ block: "start" });
}

/** Whether the address names `row`. */
export function isChosen(row) {
  return row.matches(":target, :has(:target)");
}

/** Make `row` the one that the address names, by its first sentence, and bring it into view. */
export function show(row) {
  openAround(row);
  location.replace(`#${row.dataset.row ?? row.id}`); // so that :target marks it; adds nothing to the history
  const fits = row.offsetHeight < innerHeight - covered();
  row.scrollIntoView({ block: fits ? "center" : "start" });
}
