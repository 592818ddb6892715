// A built page, and another one made of it.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const hashOf = (bytes, as = "hex") => createHash("sha256").update(bytes).digest(as);
const tool = (name) => fileURLToPath(new URL(`../tools/${name}`, import.meta.url));
// The file that an address leads to.
const fileAt = (name) => name.replace(/(^|\/)$/, "$1index.html");

// What the worker of an edition keeps: the addresses of all its files, with the hash of each.
const KEPT = /^  \["([^"]*)", "sha256-([^"]*)"\],$/gm;
// Any site at which the pages might lie.
const SITE = "http://a.example/";
const keptBy = (worker) => [...worker.matchAll(KEPT)].map(([, address, hash]) => [address.replace(/^\.\/$/, ""), hash]);

export class Edition {
  constructor(directory) {
    this.directory = directory;
    const list = readFileSync(join(directory, "SHA256SUMS"), "utf8").trimEnd().split("\n").map((line) => line.split("  "));
    this.sums = new Map(list.map(([hash, name]) => [name, hash]));
    for (const [name, hash] of this.sums) {
      const bytes = readFileSync(join(directory, name));
      if (hashOf(bytes) !== hash) throw new Error(`${name} is not what SHA256SUMS says`);
      if (!name.endsWith(".br")) continue;
      const of = name.replace(/\.br$/, "");
      if (hashOf(brotliDecompressSync(bytes)) !== this.sums.get(of)) throw new Error(`${name} is no copy of ${of}`);
    }
    this.folder = [...this.sums.keys()].find((name) => /^v-[^/]*\/start\.js$/.test(name)).split("/")[0];
    // All that a reader's browser fetches: what the worker keeps, and the worker.
    const kept = keptBy(readFileSync(join(directory, "sw.js"), "utf8"));
    this.names = [...kept.map(([address]) => address), "sw.js"];
    for (const [address, hash] of kept) {
      if (Buffer.from(hash, "base64").toString("hex") !== this.sums.get(fileAt(address))) throw new Error(`sw.js keeps another ${address}`);
    }
    // What the page itself asks for later: whatever lies in the folder of the edition.
    this.own = this.names.filter((name) => name.startsWith(`${this.folder}/`));
  }

  // Whether these bytes are what a browser is to be sent of an address: the copy, where there is one.
  is(name, bytes) {
    const file = fileAt(name);
    return hashOf(bytes) === (this.sums.get(`${file}.br`) ?? this.sums.get(file));
  }

  // The addresses that a document of the edition names, below that of the site.
  namedBy(document) {
    const text = readFileSync(join(this.directory, fileAt(document)), "utf8");
    const named = [...text.matchAll(/ (?:href|src)="([^"#?]+)/g)].map(([, to]) => new URL(to, SITE + document).href);
    return [...new Set(named.filter((to) => to.startsWith(SITE)).map((to) => to.slice(SITE.length)))];
  }

  get documents() {
    return this.names.filter((name) => /(^|\/)$/.test(name));
  }
}

// Another edition, in which every file that can be another is: its folder has another name, its texts end with one more line, and its wasm
// has a section more.
export function anotherEdition(directory, into) {
  cpSync(directory, into, { recursive: true });
  const files = () => readdirSync(into, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(into, join(parentPath, name)));
  for (const name of files()) if (/\.(br|gz)$|^SHA256SUMS$/.test(name)) rmSync(join(into, name));
  const [folder] = readdirSync(into).filter((name) => name.startsWith("v-"));
  const other = `v-${hashOf(folder).slice(0, folder.length - 2)}`;
  renameSync(join(into, folder), join(into, other));
  const section = Buffer.from([0, 8, 7, ...Buffer.from("another")]);
  for (const name of files().filter((name) => !name.endsWith(".png"))) {
    const bytes = readFileSync(join(into, name));
    const isWasm = name.endsWith(".wasm");
    const changed = isWasm ? Buffer.concat([bytes, section]) : bytes.toString().replaceAll(folder, other).concat("\n");
    writeFileSync(join(into, name), changed);
  }
  const worker = readFileSync(join(into, "sw.js"), "utf8").replace(`"${folder.slice(2)}"`, `"${other.slice(2)}"`);
  const hashed = (line, address) => `  ["${address}", "sha256-${hashOf(readFileSync(join(into, fileAt(address))), "base64")}"],`;
  writeFileSync(join(into, "sw.js"), worker.replace(KEPT, hashed));
  execFileSync(tool("compress"), [into]);
  execFileSync(tool("sums"), [into]);
  return into;
}
