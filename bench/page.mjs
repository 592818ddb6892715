// What Chromium runs. It is bundled with the tools; the package and the engine's wasm are loaded as anyone would load them.
import { timed } from "./tools.mjs";
import { started } from "./wasm.mjs";

window.timed = async () => {
  const [api, glue, response] = await Promise.all([
    import("/api/browser.js"),
    import("/benchmark/benchmark_bg.js"),
    fetch("/benchmark/benchmark_bg.wasm"),
  ]);
  const { LoadedCase } = await started("benchmark", glue, await response.arrayBuffer());
  return timed({ api, LoadedCase, ironcalc: fetch("/ironcalc/wasm_bg.wasm") });
};
