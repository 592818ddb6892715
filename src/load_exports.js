// Loads what makes files, once, when a reader first asks for one. A page that must hold everything in itself replaces this
// one module: `load_exports` gives the module `exports.js` that wasm-bindgen wrote, ready to be called.
let loaded;

export function load_exports() {
  // A failure is not kept: without a network the next press tries again.
  loaded ??= load().catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load() {
  const exports = await import("./exports.js");
  await exports.default({ module_or_path: new URL("./exports_bg.wasm", import.meta.url) });
  return exports;
}
