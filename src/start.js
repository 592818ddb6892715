// Starts the page from the glue and the wasm beside this file. Where the browser cannot start it, the page says so.
//
// This is not a module, because a sandboxed iframe has no origin and would not load a module.
(async () => {
  const here = document.currentScript.src;

  // Starts a part by name: the page itself, or a part that the reader needs later. Returns its exports.
  globalThis.loadPart = async (name) => {
    const started = await import(new URL(`${name}.js`, here));
    await started.default({ module_or_path: new URL(`${name}_bg.wasm`, here) });
    return started;
  };

  // Without an origin the browser loads nothing more. The single-file edition contains everything.
  if (self.origin === "null") {
    location.replace(new URL("../indsatsregner.html", here) + location.search + location.hash);
    return;
  }
  try {
    await loadPart("indsatsregner");
  } catch (error) {
    document.getElementById("failed")?.removeAttribute("hidden");
    throw error;
  }
})();
