// Every tool with the case, timed in the runtime that this runs in.
import { check, DRIVER, follow, PRINTED, demand, VALUES } from "./case.mjs";
import { samples } from "./measure.mjs";
import { open as openEngine } from "./models/engine.mjs";
import { open as openHyperFormula } from "./models/hyperformula.mjs";
import { open as openIronCalc } from "./models/ironcalc.mjs";
import { open as openPublicodes } from "./models/publicodes.mjs";

const MANY = 1000;

// One driver changed, and the payback read back.
function changeAndRead(tool) {
  return samples((runs) => {
    for (let run = 0; run < runs; run++) {
      tool.set(DRIVER, VALUES[run % VALUES.length]);
      tool.payback();
    }
  });
}

// What `evaluateMany` takes for each scenario.
function many(api) {
  const scenarios = Array.from({ length: MANY }, (_, index) => ({
    note: "ips-2018",
    drivers: { [DRIVER]: VALUES[index % VALUES.length] },
  }));
  const times = samples((runs) => {
    for (let run = 0; run < runs; run++) api.evaluateMany(scenarios);
  });
  return times.map((time) => time / MANY);
}

// What `evaluate` takes: everything that follows from an object.
function everything(api) {
  return samples((runs) => {
    for (let run = 0; run < runs; run++) {
      api.evaluate({ note: "ips-2018", drivers: { [DRIVER]: VALUES[run % VALUES.length] } });
    }
  });
}

// What the map of two drivers takes, for each map that `maps` has. Every point is computed in full.
function mapped(maps) {
  return maps.names().map((of, position) => ({ of, times: samples((runs) => maps.compute(position, runs)) }));
}

// `api` is the package, `LoadedCase` the case and `Maps` the maps in wasm without JavaScript around them, `SmallMaps` the
// maps in wasm that is compiled for size as that of the page is, `ironcalc` where IronCalc's wasm is.
export async function timed({ api, LoadedCase, Maps, SmallMaps, ironcalc }) {
  const rows = [];
  const inWasm = new LoadedCase();
  const results = [...inWasm.results()];
  demand("The engine's wasm", { net: results.slice(0, -1), payback: results.at(-1) }, PRINTED, "as the note prints it");
  rows.push({ what: "the engine", times: samples((runs) => inWasm.changeAndRead(runs)) });
  rows.push({ what: "the engine, everything anew", times: samples((runs) => inWasm.computeEverything(runs)) });

  const engine = await openEngine(api);
  const followed = follow(engine);
  check(engine, followed);
  rows.push({ what: "scenario.set, scenario.payback", times: changeAndRead(engine) });
  rows.push({ what: "evaluateMany, one of 1.000", times: many(api) });
  rows.push({ what: "evaluate, everything", times: everything(api) });

  for (const open of [openHyperFormula, () => openIronCalc(ironcalc), openPublicodes]) {
    const tool = await open();
    check(tool, followed);
    rows.push({ what: tool.name, times: changeAndRead(tool) });
  }
  return { rows, maps: mapped(new Maps()), smallMaps: mapped(new SmallMaps()) };
}
