// What `find.rs` asks for: the elements that the last step leads to, each step inside what the one before it has found.
const plain = (text) => text.replace(/\s+/g, " ").trim();
// The accessible name, for what tests find by name: it is said in the element, beside it, or by its content.
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
  return plain(by?.join(" ") ?? element.getAttribute("aria-label") ?? element.textContent);
};
// Whether it has this name, word for word; "…" stands for anything.
const isNamed = (element, name) => {
  const words = name.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${words.join(".*")}$`).test(nameOf(element));
};
// Looks in the whole document, or in one element of it.
const find = (steps, within = document) => steps.reduce(
  (found, { css, name, beside }) => {
    const next = found.flatMap((element) => beside
      ? [...element.parentElement.children].filter((other) => other !== element && other.matches(css))
      : [...element.querySelectorAll(css)]);
    return [...new Set(next)].filter((element) => name === null || isNamed(element, name));
  },
  [within],
);
