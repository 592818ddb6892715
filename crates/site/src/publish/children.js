// The page's own ways to change what it has drawn, which hold when others have been there: a browser that translates the page,
// extensions, blockers. Everybody else uses the browser's ways.
//
// A translation puts an element of its own in the place of each text. What the page then writes would be seen by nobody, and
// to put something before such a text would be an error that ends the page. So it is known here which children the page gave to an
// element, and which texts. As soon as the page goes on with an element whose texts are not where it left them, they come back,
// and what stands for them goes; whoever translates may translate them anew. Whatever others only add, stays.
{
  const { insertBefore, removeChild } = Node.prototype;
  const { set: setText } = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");

  // The children that the page gave to an element, in order; the element that it gave a child to; the text that it wrote.
  const children = new WeakMap();
  const parents = new WeakMap();
  const texts = new WeakMap();

  const isText = (node) => node.nodeType === Node.TEXT_NODE;
  // A text that the page did not write here.
  const isStrange = (text, parent) => parents.get(text) !== parent;
  const isMissing = (child, parent) => isText(child) ? child.parentNode !== parent : !parent.contains(child);
  const isDisturbed = (parent) => children.get(parent)?.some((child) => isMissing(child, parent))
    || [...parent.childNodes].some((node) => isText(node) && isStrange(node, parent));

  // What is a child of the parent, and is the node or has it inside.
  const placeOf = (node, parent) => {
    let place = node;
    while (place !== null && place.parentNode !== parent) place = place.parentNode;
    return place;
  };

  // Whether a node that the page did not put here stands for texts that it did: it has one of them, or a text of its own.
  const standsForText = (node, parent) => {
    if (isText(node)) return true;
    const within = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (within.nextNode()) {
      const text = within.currentNode;
      // White space between other elements is no text.
      const isRead = text.data.trim() !== "" || text.parentNode.childNodes.length === 1;
      if (parents.get(text) === parent || (!parents.has(text) && isRead)) return true;
    }
    return false;
  };

  const forget = (child) => {
    const own = children.get(parents.get(child));
    own?.splice(own.indexOf(child), 1);
    parents.delete(child);
  };

  // Gives an element its own children back.
  const mend = (parent) => {
    const own = children.get(parent) ?? [];
    const isStandIn = (node) => parents.get(node) !== parent && standsForText(node, parent);
    // Not in the body, where others have whole windows.
    const standIns = parent === document.body ? [] : [...parent.childNodes].filter(isStandIn);
    let next = null;
    for (const child of [...own].reverse()) {
      if (isText(child) && child.data !== texts.get(child)) setText.call(child, texts.get(child));
      let place = isText(child) && child.parentNode !== parent ? null : placeOf(child, parent);
      const isBefore = place && (next === null || place === next || place.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (!isBefore || standIns.includes(place)) place = insertBefore.call(parent, child, next);
      next = place;
    }
    for (const node of standIns) node.remove();
  };

  const define = (name, property) => Object.defineProperty(Node.prototype, name, { configurable: true, ...property });

  define("pageInsertBefore", {
    value(child, before) {
      forget(child);
      if (!children.has(this)) children.set(this, []);
      const own = children.get(this);
      const at = own.indexOf(before);
      own.splice(at < 0 ? own.length : at, 0, child);
      parents.set(child, this);
      if (isText(child)) texts.set(child, child.data);
      const next = before ?? null;
      if (next !== null && isMissing(next, this)) mend(this);
      else insertBefore.call(this, child, next && placeOf(next, this));
      return child;
    },
  });

  define("pageRemoveChild", {
    value(child) {
      if (isMissing(child, this) || isDisturbed(this)) mend(this);
      forget(child);
      if (child.parentNode !== null) removeChild.call(child.parentNode, child);
      return child;
    },
  });

  define("pageNodeValue", {
    set(text) {
      texts.set(this, text);
      setText.call(this, text);
      const parent = parents.get(this);
      if (parent && isDisturbed(parent)) mend(parent);
    },
  });
}
