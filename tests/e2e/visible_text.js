// All text that can be seen on the page, a line for each element that holds any, with plain spaces. What a fold hides is
// shown first.
const [done] = [...arguments].slice(-1);
for (const fold of document.querySelectorAll("details")) fold.open = true;
const seen = () => {
  const lines = new Map();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.data.trim() === "" || !element.checkVisibility({ visibilityProperty: true })) continue;
    lines.set(element, `${lines.get(element) ?? ""}${text.data}`);
  }
  return [...lines.values()].map((line) => line.replace(/\s+/g, " ").trim());
};
requestAnimationFrame(() => requestAnimationFrame(() => done(seen())));
