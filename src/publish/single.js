// Starts the page in the one file. All of it stands in the document: the glue above, the rest as data in the head.
const part = (name) => {
  const text = document.querySelector(`script[data-part="${name}"]`).textContent;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
};

// Starts a part that is loaded only when it is needed, by name; gives its exports.
const started = {};
globalThis.loadPart = (name) => {
  started[name] ??= (async () => {
    const glue = new Blob([part(`${name}.js`)], { type: "text/javascript" });
    const exports = await import(URL.createObjectURL(glue));
    await exports.default({ module_or_path: part(`${name}_bg.wasm`) });
    return exports;
  })();
  return started[name];
};

try {
  await __wbg_init({ module_or_path: part("indsatsregner_bg.wasm") });
} catch (error) {
  for (const id of ["failed", "printed"]) document.getElementById(id)?.removeAttribute("hidden");
  throw error;
}
