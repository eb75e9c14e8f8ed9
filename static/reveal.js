// Bringing an element into view, opening whatever it is folded into.

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

/** Make `row` the one that the address names, by its first sentence, and bring it into view. */
export function show(row) {
  openAround(row);
  location.replace(`#${row.dataset.row}`); // so that :target marks it; adds nothing to the history
  row.scrollIntoView({ block: "center" });
}
