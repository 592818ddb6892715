// The JavaScript package as others get it: packed, installed, and used as docs/api.md says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const built = join(root, "dist/api");
const tsc = join(root, "node_modules/typescript/bin/tsc");

const documented = readFileSync(join(root, "docs/api.md"), "utf8");
const examples = [...documented.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);

let project;
let installed;

before(() => {
  project = mkdtempSync(join(tmpdir(), "api-"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const [{ filename }] = JSON.parse(run("npm", ["pack", built, "--json"]));
  run("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${filename}`]);
  installed = join(project, "node_modules/indsatsregner");
});

after(() => rmSync(project, { recursive: true, force: true }));

function run(program, args) {
  return execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

test("every example of the documentation prints what stands below it", () => {
  assert.ok(examples.length > 8, `only ${examples.length} examples were found`);
  for (const code of examples) {
    const file = join(project, "example.mjs");
    writeFileSync(file, code);
    const expected = [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => `${line}\n`).join("");
    assert.notEqual(expected, "", `an example prints nothing: ${code}`);
    // What Node prints depends on where it prints to: on a terminal it breaks lines and has colours.
    assert.equal(run(process.execPath, [file]).replaceAll(/\n\s+/g, " ").replaceAll(/\n([\]}])/g, " $1"), expected, code);
  }
});

test("every example has types, and no type is any", () => {
  const folder = join(project, "typed");
  mkdirSync(folder, { recursive: true });
  examples.forEach((code, index) => writeFileSync(join(folder, `example-${index}.mjs`), code));
  cpSync(join(root, "tests/api/types.mts"), join(folder, "types.mts"));
  const compilerOptions = { noEmit: true, strict: true, allowJs: true, checkJs: true, noUncheckedIndexedAccess: true, types: [] };
  Object.assign(compilerOptions, { exactOptionalPropertyTypes: true, target: "es2022", module: "nodenext" });
  compilerOptions.lib = ["es2022", "esnext.disposable", "dom"];
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.mjs", "*.mts"] }));
  try {
    run(process.execPath, [tsc, "--project", folder]);
  } catch (error) {
    assert.fail(error.stdout);
  }
  for (const types of ["index.d.ts", "loader/index.d.ts"]) {
    const code = readFileSync(join(installed, types), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
    assert.doesNotMatch(code, /\bany\b/);
  }
});

test("a note that is loaded is known to every call", async () => {
  const { evaluate, loadNote, notes } = await import(pathToFileURL(join(installed, "loader/node.js")));
  const shipped = notes();
  const text = readFileSync(join(root, "data/ips-2018.toml"), "utf8");
  assert.throws(() => loadNote(text), { code: "unusable-note", driver: null, message: "line 5, column 6: ips-2018: the id \"ips-2018\" is there twice." });
  assert.deepEqual(notes(), shipped);
  // What other documents refer to stays in them.
  const other = text.replaceAll('id = "ips-2018"', 'id = "of-our-own"').replace("budget = 2018", "budget = 2019");
  const [added] = loadNote(other);
  assert.equal(added.id, "of-our-own");
  assert.equal(notes().length, shipped.length + 1);
  const [own, shippedOne] = ["of-our-own", "ips-2018"].map((note) => evaluate({ note, drivers: { caseload: 20 } }));
  assert.deepEqual({ ...own, note: "ips-2018" }, shippedOne);
});

test("no value is undefined, and every key has the form of the types", async () => {
  const { evaluate, explain, findings, notes, range } = await import(pathToFileURL(join(installed, "node.js")));
  const outcomes = notes().flatMap(({ id, canBorrowFrom: savingsFrom }) => [evaluate({ note: id }), evaluate({ note: id, savingsFrom })]);
  const explained = ["payback.total", "net.total", "costs.biu", "driver.caseload"].map((number) => explain({ note: "ips-2018" }, number));
  const walk = (value, path) => {
    assert.notEqual(value, undefined, path);
    if (value === null || typeof value !== "object") return;
    for (const [key, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) assert.match(key, /^[a-z][a-zA-Z]*$/, `${path}.${key}`);
      walk(inner, `${path}.${key}`);
    }
  };
  walk([notes(), outcomes, explained, findings(), range({ note: "ips-2018" })], "");
});

test("whatever is passed, what is thrown is an Error with a code, a driver and a sentence", async () => {
  const { breakEven, evaluate, evaluateMany, explain, link, load, parseLink, range } = await import(pathToFileURL(join(installed, "node.js")));
  const circle = {};
  circle.itself = circle;
  const wrong = [undefined, null, 1, true, [], {}, circle, 1n, Symbol("note"), () => {}, { note: 1 }, { note: "ips-2018", more: 1 }];
  const calls = [evaluate, load, link, range, (it) => explain(it, "net.total"), (it) => breakEven(it, "effect", 4), (it) => evaluateMany([it])];
  const isFailure = (error) => {
    assert.ok(error instanceof Error, String(error));
    assert.match(error.message, /^.+\.$/);
    assert.match(error.code, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(error.driver === null || typeof error.driver === "string");
    return true;
  };
  for (const call of calls) for (const it of wrong) assert.throws(() => call(it), isFailure, String(call));
  const scenario = load({ note: "ips-2018" });
  for (const value of [undefined, null, NaN, Infinity, "", "x", "1e9", {}, [], true, -1, 1e300]) {
    assert.throws(() => scenario.set("caseload", value), isFailure, String(value));
  }
  assert.throws(() => scenario.countPosts("some"), isFailure);
  for (const text of [undefined, null, 1, {}, []]) {
    assert.throws(() => scenario.set(text, 1), isFailure, String(text));
    assert.throws(() => scenario.explain(text), isFailure, String(text));
    assert.throws(() => parseLink(text), isFailure, String(text));
    assert.throws(() => scenario.breakEven("effect", text === 1 ? 0 : text), isFailure, String(text));
  }
  assert.throws(() => scenario.payback(1), isFailure);
  assert.deepEqual(scenario.payback(null), scenario.payback());
  assert.deepEqual(scenario.toJSON(), load("v=1&note=ips-2018").toJSON());
});

test("a loaded scenario is a scenario for every call", async () => {
  const { evaluate, evaluateMany, link, load } = await import(pathToFileURL(join(installed, "node.js")));
  const scenario = load({ note: "bi10-2026", savingsFrom: "ips-2018", seenFrom: "ips" });
  scenario.set("effect", "47.5");
  assert.deepEqual(evaluate(scenario), scenario.evaluate());
  assert.deepEqual(evaluateMany([scenario, JSON.parse(JSON.stringify(scenario))]), [scenario.summary(), scenario.summary()]);
  assert.equal(link(scenario), scenario.link());
  assert.deepEqual(load(scenario.link()).toJSON(), scenario.toJSON());
});

test("browsers fetch the wasm from beside the entry, and say where it is not", () => {
  const inBrowser = (fetched) => `
    import { readFileSync } from "node:fs";
    globalThis.fetch = async (address) => ${fetched};
    try {
      const { load } = await import("./node_modules/indsatsregner/browser.js");
      console.log(load("v=1&note=ips-2018").payback().year);
    } catch ({ message }) {
      console.log(message);
    }`;
  const printed = (fetched) => run(process.execPath, ["--input-type=module", "--eval", inBrowser(fetched)]);
  assert.equal(printed("new Response(readFileSync(address))"), "2021\n");
  assert.match(printed('new Response("", { status: 404 })'), /^The engine cannot be loaded: 404/);
});
