// What scripts add to the pages of a story: the hint on a first visit, and on a phone the tab of the page in sight, where
// the browser does not see to that by itself.
import "./hints.js";

const here = document.querySelector(".sections [aria-current]");
const list = here && here.closest("ul");
if (list && list.scrollWidth > list.clientWidth && list.scrollLeft === 0) {
  list.scrollLeft = here.offsetLeft - list.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
}
