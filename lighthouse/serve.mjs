// Serves the built page as a host does that follows `_headers`: the brotli copies, and the headers.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import sirv from "../node_modules/sirv/build.mjs";

// The rules of `_headers`: the addresses that each is for, and the headers that it adds. The hosts that read this file ask for every
// other file anew by themselves.
function rules(directory) {
  const rules = [{ matches: () => true, headers: [["Cache-Control", "no-cache"]] }];
  for (const line of readFileSync(join(directory, "_headers"), "utf8").split("\n")) {
    const [, name, value] = /^\s+([^:]+): (.*)$/.exec(line) ?? [];
    if (name) rules.at(-1).headers.push([name, value]);
    else if (line.startsWith("/")) {
      const start = line.replace(/\*$/, "");
      rules.push({ matches: (path) => (line === start ? path === line : path.startsWith(start)), headers: [] });
    }
  }
  return rules;
}

export async function serve(directory) {
  const all = rules(directory);
  const setHeaders = (response, path) => {
    const headers = all.filter(({ matches }) => matches(path)).flatMap(({ headers }) => headers);
    headers.forEach(([name, value]) => response.setHeader(name, value));
  };
  const server = createServer(sirv(directory, { brotli: true, gzip: true, etag: true, setHeaders }));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}
