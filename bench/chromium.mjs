// The same in headless Chromium, driven by plain WebDriver.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };
// Without these the browser's clock is coarse.
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
const PAGE = "<!doctype html><title>bench</title><link rel=icon href=data:,><script type=module src=/page.js></script>";
const SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
SWITCHES.push("--disable-background-networking", "--disable-component-update");

// Serves the page, its script, and the files below each of these folders.
async function serve(script, folders) {
  const server = createServer(async ({ url }, response) => {
    const send = (body, type) => response.writeHead(200, { "Content-Type": type, ...ISOLATED }).end(body);
    if (url === "/") return send(PAGE, TYPES[".html"]);
    if (url === "/page.js") return send(script, TYPES[".js"]);
    const [, name, ...rest] = normalize(url).split("/");
    try {
      send(await readFile(join(folders[name], ...rest)), TYPES[extname(url)] ?? "application/octet-stream");
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

// Starts chromedriver on any free port, and says where it listens.
async function drive() {
  const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = new Promise((_, fail) => driver.on("error", fail).on("exit", () => fail(new Error("chromedriver has ended."))));
  ended.catch(() => {});
  let said = "";
  const port = new Promise((found) => {
    driver.stdout.on("data", (chunk) => {
      said += chunk;
      const match = /started successfully on port (\d+)/.exec(said);
      if (match) found(match[1]);
    });
  });
  return { driver, address: `http://127.0.0.1:${await Promise.race([port, ended])}` };
}

async function ask(address, method, body) {
  const response = await fetch(address, { method, body: body && JSON.stringify(body) });
  const { value } = await response.json();
  if (!response.ok) throw new Error(value.message);
  return value;
}

// What `timed` gives, and the browser's version. `script` is the bundled page, `folders` what it loads, by the first part of the path.
export async function inChromium(script, folders) {
  const server = await serve(script, folders);
  const { driver, address } = await drive();
  const profile = await mkdtemp(join(tmpdir(), "bench-"));
  try {
    const args = [...SWITCHES, `--user-data-dir=${profile}`];
    const capabilities = { alwaysMatch: { browserName: "chrome", "goog:chromeOptions": { args } } };
    const { sessionId, capabilities: got } = await ask(`${address}/session`, "POST", { capabilities });
    const session = `${address}/session/${sessionId}`;
    await ask(`${session}/timeouts`, "POST", { script: 600_000, pageLoad: 60_000 });
    await ask(`${session}/url`, "POST", { url: `http://127.0.0.1:${server.address().port}/` });
    const run = `const done = arguments[0]; timed().then((measured) => done({ measured }), (error) => done({ failed: String(error) }));`;
    const { measured, failed } = await ask(`${session}/execute/async`, "POST", { script: run, args: [] });
    await ask(session, "DELETE");
    if (failed) throw new Error(`In Chromium: ${failed}`);
    return { ...measured, version: got.browserVersion };
  } finally {
    driver.kill();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
