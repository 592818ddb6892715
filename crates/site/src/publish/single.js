// Starts the page in the single-file edition. The document contains everything: the glue is above this script, and the
// rest is data in the head.
const part = (name) => {
  const text = document.querySelector(`script[data-part="${name}"]`).textContent;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
};

// Starts a program by name, such as the one that writes files. Returns its exports.
globalThis.loadPart = async (name) => {
  const glue = new Blob([part(`${name}.js`)], { type: "text/javascript" });
  const exports = await import(URL.createObjectURL(glue));
  await exports.default({ module_or_path: part(`${name}_bg.wasm`) });
  return exports;
};

// Gives the file itself as text, which is the only one that there is. It is what was read, before the page took its place.
const asRead = `<!doctype html>\n${document.documentElement.outerHTML}`;
globalThis.readPart = async () => asRead;

// Gives a piece of the page's own wasm, by the name of its file.
globalThis.loadPiece = (name) => async (imports) => WebAssembly.instantiate(part(name), imports);

// Everything has arrived, so nothing needs to be said of parts that have not.
const failed = document.getElementById("failed");
failed?.setAttribute("hidden", "");
document.getElementById("not-loaded")?.remove();
try {
  await __wbg_init({ module_or_path: part("indsatsregner_bg.wasm") });
} catch (error) {
  if (!("stopped" in document.documentElement.dataset)) for (const id of ["failed", "not-started", "printed"]) document.getElementById(id)?.removeAttribute("hidden");
  throw error;
}
