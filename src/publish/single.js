// Starts the page in the one file. All of it stands in the document: the glue above, the rest as data in the head.
const part = (name) => {
  const text = document.querySelector(`script[data-part="${name}"]`).textContent;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
};

// Starts a part that is loaded only when it is needed, by name; gives its exports.
globalThis.loadPart = async (name) => {
  const glue = new Blob([part(`${name}.js`)], { type: "text/javascript" });
  const started = await import(URL.createObjectURL(glue));
  await started.default({ module_or_path: part(`${name}_bg.wasm`) });
  return started;
};

try {
  await __wbg_init({ module_or_path: part("indsatsregner_bg.wasm") });
} catch (error) {
  for (const id of ["failed", "printed"]) document.getElementById(id)?.removeAttribute("hidden");
  throw error;
}
