// Starts the page: the glue and the wasm that Trunk lays beside this file. A browser that cannot says so in words.
try {
  const { default: init } = await import("./indsatsregner.js");
  await init({ module_or_path: new URL("./indsatsregner_bg.wasm", import.meta.url) });
} catch (error) {
  document.getElementById("failed")?.removeAttribute("hidden");
  throw error;
}
