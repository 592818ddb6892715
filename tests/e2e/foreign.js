// What others do to the elements of a page that they do not know. Each takes the texts or elements that it is given.
const textsOf = (root) => {
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.data.trim() !== "" && !text.parentElement.closest("script, style, noscript, font, mark")) texts.push(text);
  }
  return texts;
};
const inFonts = (content) => {
  const [outer, inner] = [0, 1].map(() => document.createElement("font"));
  outer.append(inner);
  inner.append(content);
  return outer;
};
const hands = {
  // A browser that translates takes each text out and puts its own in two elements there.
  replaces: () => textsOf(document.body).forEach((text) => text.replaceWith(inFonts(text.data))),
  // The same by two steps.
  insertsAndRemoves: () => textsOf(document.body).forEach((text) => {
    text.parentNode.insertBefore(inFonts(text.data), text);
    text.parentNode.removeChild(text);
  }),
  // Others leave the text inside.
  wraps: () => textsOf(document.body).forEach((text) => {
    const place = document.createComment("");
    text.replaceWith(place);
    place.replaceWith(inFonts(text));
  }),
  // Whoever marks words splits texts.
  splits: () => textsOf(document.body).filter((text) => text.length > 2).forEach((text) => {
    const word = text.splitText(1);
    word.splitText(1);
    const mark = document.createElement("mark");
    word.replaceWith(mark);
    mark.append(word);
  }),
  // Who unmarks words joins texts, also those that were two.
  joins: () => document.body.normalize(),
  // Password managers, spell checkers, sidebars.
  adds: () => {
    const stranger = () => {
      const element = document.createElement("x-stranger");
      element.attachShadow({ mode: "open" }).append("?");
      return element;
    };
    for (const input of document.querySelectorAll("input")) {
      input.before(stranger());
      input.after(stranger());
      input.setAttribute("data-stranger", "1");
      input.style.outline = "1px solid";
    }
    for (const element of document.querySelectorAll("p, td, th, h1, h2, li, section, form, nav, main, label, a")) {
      element.prepend(stranger());
      element.append(stranger());
    }
    document.body.prepend(stranger());
    document.body.append(stranger());
  },
  // Whoever wraps fields in elements.
  wrapsFields: () => document.querySelectorAll("input, select, button").forEach((field) => {
    const wrapper = document.createElement("x-wrapper");
    field.replaceWith(wrapper);
    wrapper.append(field);
  }),
  // Blockers take out what they take for something else.
  removes: () => document.querySelectorAll("h1 + p, footer p, nav li:nth-child(2), td:nth-child(3), dl > div:nth-child(2)").forEach((element) => element.remove()),
};
hands[given[0]]();
