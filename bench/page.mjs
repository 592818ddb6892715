// What Chromium runs. It is bundled with the tools; the package and the engine's wasm are loaded as anyone would load them.
import { timed } from "./tools.mjs";
import { started } from "./wasm.mjs";

window.timed = async () => {
  const wasm = async (folder) => {
    const [glue, response] = await Promise.all([import(`${folder}/benchmark_bg.js`), fetch(`${folder}/benchmark_bg.wasm`)]);
    return started("benchmark", glue, await response.arrayBuffer());
  };
  const [api, { LoadedCase, Maps }, { Maps: SmallMaps }] = await Promise.all([
    import("/api/browser.js"),
    wasm("/benchmark"),
    wasm("/small"),
  ]);
  return timed({ api, LoadedCase, Maps, SmallMaps, ironcalc: fetch("/ironcalc/wasm_bg.wasm") });
};
