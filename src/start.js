// Starts the page: the glue and the wasm that lie beside this file. A browser that cannot says so in words.
//
// Not a module: in a sandboxed frame, which has no origin, a module would not even be loaded.
(async () => {
  const here = document.currentScript.src;

  // Starts a part of the page by name: the page itself, or what is loaded only when it is needed; gives its exports.
  globalThis.loadPart = async (name) => {
    const started = await import(new URL(`${name}.js`, here));
    await started.default({ module_or_path: new URL(`${name}_bg.wasm`, here) });
    return started;
  };

  // Without an origin nothing more can be loaded; the one file has all inside.
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
