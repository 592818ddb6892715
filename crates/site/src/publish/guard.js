// Stands between the wasm of the page and what calls it. An error that leaves the wasm, be it a panic, or memory or stack that is used
// up, leaves what it was changing half done. So nothing calls the wasm any more, and the reader is told, with what the page showed.
//
// The errors of others, such as extensions, never leave the wasm, so none of them is taken for the page's own.
const pageGuarded = (() => {
  const root = document.documentElement;
  // The page takes the place of all that is in the body.
  const told = document.getElementById("stopped");
  const { lang } = root;
  // Others, whose error it may be, may have changed it later.
  const later = queueMicrotask;

  const tell = () => {
    const { href, hash } = location;
    // The note without what the link changes, for a link with which the page stops at each start.
    const plain = hash.slice(1).split("&").filter((part) => /^(v|note|screen|lang)=/.test(part)).join("&");
    // Once the page has taken the place of its document, its language is the reader's.
    for (const said of told.children) said.hidden = !("document" in document.body.dataset) && (said.lang || lang) !== root.lang;
    for (const link of told.querySelectorAll("a")) link.href = href;
    for (const button of told.querySelectorAll("button")) {
      const isPlain = "plain" in button.dataset;
      button.hidden = isPlain && (!plain.includes("note=") || hash === `#${plain}`);
      button.addEventListener("click", () => {
        if (isPlain) location.hash = plain;
        else location.reload();
      });
    }
    // The links of the page still lead somewhere: to a page that begins there.
    addEventListener("hashchange", () => {
      if (location.href !== href) location.reload();
    });
    // What was to follow does not, and is all that there is to read.
    for (const part of document.querySelectorAll("[aria-busy]")) part.removeAttribute("aria-busy");
    document.getElementById("on-its-way")?.remove();
    root.removeAttribute("data-leads-elsewhere");
    told.hidden = false;
    document.body.prepend(told);
    // Not from the page that this one is a frame in.
    if (document.hasFocus()) told.focus({ preventScroll: true });
  };

  const guarded = (call) => (...given) => {
    if ("stopped" in root.dataset) return undefined;
    try {
      return call(...given);
    } catch (error) {
      if (!("stopped" in root.dataset)) {
        root.dataset.stopped = "";
        // Where the stack is used up, there is none left to say so.
        later(tell);
      }
      throw error;
    }
  };

  // One of the page's other programs may end with an error too, and the page lives on. What refuses says so with a sentence; after anything
  // else the program is begun anew when somebody asks for it.
  const programs = {};
  const begin = async (name) => {
    const forget = () => delete programs[name];
    const outliving = (call) => (...given) => {
      try {
        return call(...given);
      } catch (error) {
        if (typeof error !== "string") forget();
        throw error;
      }
    };
    try {
      const exports = Object.entries(await loadPart(name));
      return Object.fromEntries(exports.map(([of, call]) => [of, outliving(call)]));
    } catch (error) {
      forget();
      throw error;
    }
  };
  globalThis.loadProgram = (name) => programs[name] ??= begin(name);

  // What enters the wasm from outside: its start, and what the browser calls later.
  return (exports) => Object.fromEntries(Object.entries(exports).map(([name, it]) =>
    [name, /start|closure/.test(name) ? guarded(it) : it]));
})();

// The worker is the one script whose address the page gives to the browser as a text.
if (globalThis.ServiceWorkerContainer) {
  let policy;
  ServiceWorkerContainer.prototype.pageRegister = function (worker) {
    policy ??= globalThis.trustedTypes?.createPolicy("indsatsregner", { createScriptURL: (address) => address });
    return this.register(policy?.createScriptURL(worker) ?? worker);
  };
}
