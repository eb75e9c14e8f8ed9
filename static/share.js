// Passing a comparison on: copies the link (to the chosen row), the citation with the day, the text; or hands it to the system.
export function share(panel, say) {
  if (!panel) return;
  const link = panel.querySelector("[data-link]");
  const citation = panel.querySelector("[data-citation]");
  const address = () => new URL(location.hash, link.href).href;
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });

  const TEXTS = {
    link: async () => address(),
    citation: async () => `${citation.textContent.trim()}${location.hash}, accessed ${day}.`,
    text: async (button) => (await fetch(button.dataset.text)).text(),
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
  const send = panel.querySelector("[data-send]");
  send.hidden = !navigator.share;
  send.addEventListener("click", () => navigator.share({ title: document.title, url: address() }).catch(() => {}));
  addEventListener("hashchange", () => { link.hash = location.hash; });
  link.hash = location.hash;
}
