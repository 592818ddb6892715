// nginx, as docs/hosts/nginx.conf has it, on a free port of this machine.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

const NGINX = "/usr/sbin/nginx";
const DOCUMENTED = new URL("../docs/hosts/nginx.conf", import.meta.url);
// As many looks as the tests take until a server answers, with the same pause, in milliseconds.
const [LOOKS, BETWEEN_LOOKS] = [3_000, 10];

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(port) {
  const connection = connect(port, "127.0.0.1");
  try {
    await once(connection, "connect");
    return true;
  } catch {
    return false;
  } finally {
    connection.destroy();
  }
}

// The documented file, for another address and folder.
function documented(port, site) {
  const places = [["listen 80;", `listen 127.0.0.1:${port};`], ["root /srv/indsatsregner;", `root ${site};`]];
  return places.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`docs/hosts/nginx.conf has no "${from}"`);
    return text.replace(from, to);
  }, readFileSync(DOCUMENTED, "utf8"));
}

// Serves a folder. `work` is for what nginx writes.
export async function serve(work, site) {
  const port = await freePort();
  const configuration = join(work, "nginx.conf");
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${work}/${kind};`);
  // What Debian's configuration has around the documented file, as far as it concerns files.
  writeFileSync(configuration, `daemon off;
pid ${work}/pid;
worker_processes auto;
load_module modules/ngx_http_brotli_static_module.so;
events { worker_connections 768; }
http {
access_log off;
sendfile on;
tcp_nopush on;
${folders.join("\n")}
${documented(port, site)}
}
`);
  const nginx = spawn(NGINX, ["-e", "stderr", "-c", configuration], { stdio: ["ignore", "ignore", "pipe"] });
  let says = "";
  nginx.stderr.setEncoding("utf8").on("data", (text) => { says += text; });
  const ended = once(nginx, "exit");
  for (let look = 0; look < LOOKS; look += 1) {
    if (await answers(port)) {
      const stop = async () => {
        nginx.kill();
        await ended;
      };
      const version = spawnSync(NGINX, ["-v"], { encoding: "utf8" }).stderr.replace(/^nginx version: |\n/g, "");
      return { origin: `http://127.0.0.1:${port}`, stop, version };
    }
    if (nginx.exitCode !== null) break;
    await setTimeout(BETWEEN_LOOKS);
  }
  nginx.kill();
  throw new Error(`nginx does not answer: ${says}`);
}
