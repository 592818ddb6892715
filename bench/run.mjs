// Runs every measurement and prints the tables. It asserts nothing about time, and ends with a sentence where a tool does not give the case.
//
// node run.mjs PROGRAM DIRECTORY SMALL   the native program, the directory with the engine's wasm, and the one with that which is compiled for
//                                        size: see `make bench`
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

import { buildSync } from "../node_modules/esbuild/lib/main.js";
import { demand, PRINTED } from "./case.mjs";
import { inChromium } from "./chromium.mjs";
import { growth, maps, sizes, times } from "./print.mjs";
import { timed } from "./tools.mjs";
import { started } from "./wasm.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const [program, benchmark, small] = process.argv.slice(2);
const api = join(here, "../dist/api");
const ironcalc = join(here, "node_modules/@ironcalc/wasm");

function native() {
  const printed = execFileSync(program, { encoding: "utf8", maxBuffer: 1 << 28 });
  const measurements = printed.trim().split("\n").map((line) => JSON.parse(line));
  demand("The native engine", measurements.find(({ what }) => what === "results"), PRINTED, "as the note prints it");
  return measurements.filter(({ what }) => what !== "results");
}

async function inNode() {
  const wasm = async (folder) => {
    const glue = await import(pathToFileURL(join(folder, "benchmark_bg.js")));
    return started("benchmark", glue, readFileSync(join(folder, "benchmark_bg.wasm")));
  };
  const [{ LoadedCase, Maps }, { Maps: SmallMaps }] = [await wasm(benchmark), await wasm(small)];
  const bytes = readFileSync(join(ironcalc, "wasm_bg.wasm"));
  return timed({ api: await import(pathToFileURL(join(api, "node.js"))), LoadedCase, Maps, SmallMaps, ironcalc: bytes });
}

function page() {
  const options = { bundle: true, write: false, format: "esm", minify: true, external: ["/api/*", "/benchmark/*", "/small/*"], logLevel: "error" };
  return buildSync({ ...options, entryPoints: [join(here, "page.mjs")] }).outputFiles[0].text;
}

function packed() {
  const entries = readdirSync(api, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name: file }) => {
    const name = relative(api, join(parentPath, file));
    const bytes = readFileSync(join(api, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
    return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
  });
}

function machine(chromium) {
  const tool = (name) => JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8")).version;
  const rust = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ")[1];
  const [cpu] = os.cpus();
  return [
    `${cpu.model}, ${os.cpus().length} cores, ${os.type()} ${os.release()}; ${new Date().toISOString().slice(0, 10)}`,
    `Rust ${rust}, Node ${process.versions.node}, Chromium ${chromium}, HyperFormula ${tool("hyperformula")}, ` +
      `IronCalc ${tool("@ironcalc/wasm")}, Publicodes ${tool("publicodes")}`,
  ].join("\n");
}

async function main() {
  const measured = native();
  const [changed, everything] = measured.filter(({ by, of }) => by === undefined && of === undefined);
  const node = await inNode();
  const chromium = await inChromium(page(), { api, benchmark, small, ironcalc });
  const rows = [
    { what: "the engine", where: "native", times: changed.nanoseconds },
    { what: "the engine, everything anew", where: "native", times: everything.nanoseconds },
    ...node.rows.map((row) => ({ ...row, where: "Node" })),
    ...chromium.rows.map((row) => ({ ...row, where: "Chromium" })),
  ];
  const mapped = [
    ...measured.filter(({ what }) => what === "map").map(({ of, nanoseconds }) => ({ of, where: "native", times: nanoseconds })),
    ...node.maps.map((row) => ({ ...row, where: "Node" })),
    ...chromium.maps.map((row) => ({ ...row, where: "Chromium" })),
    ...chromium.smallMaps.map((row) => ({ ...row, where: "Chromium, as small as the page" })),
  ];
  const by = measured.filter(({ by }) => by !== undefined);
  const sorted = ["lines", "years", "drivers", "all three"].flatMap((grown) =>
    ["evaluate", "change and read"].flatMap((what) => by.filter((it) => it.by === grown && it.what === what)),
  );
  console.log([machine(chromium.version), times(rows), maps(mapped), growth(sorted), sizes(packed())].join("\n\n"));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
