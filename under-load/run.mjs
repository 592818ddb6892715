// Serves the built page by nginx, as docs/hosts/nginx.conf has it, under the load of many readers, and prints what came of it. It fails
// where one answer is not 200 with the bytes that were built. Then it does so once more, while one edition after the other is published
// as docs/hosting.md says, and fails where a page gets anything that is of another edition than the page itself.
//
// node run.mjs DIRECTORY [PUBLISH]   the built page; another command than tools/publish, to see whether a wrong one is noticed
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import autocannon from "autocannon";

import { anotherEdition, Edition } from "./editions.mjs";
import { serve } from "./nginx.mjs";
import { Publishing } from "./publishing.mjs";
import { Readers } from "./readers.mjs";

const REQUESTS = 10_000;
const CONNECTIONS = 20;
// So often another edition takes the place of the one that is served.
const PUBLISHED = 6;
// What browsers accept; nginx has copies in brotli for them.
const ACCEPTED = { "accept-encoding": "gzip, deflate, br, zstd" };

const thousands = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ".");
const milliseconds = (number) => `${number.toFixed(1).replace(".", ",")} ms`;

// Asks for these addresses in turn, in many connections, as fast as answers come. `check` is given each name and what was answered, and
// says what is wrong with it. `answered` is called with how many answers there are so far.
async function ask(origin, names, check, answered = () => {}) {
  const faults = [];
  const durations = [];
  const now = { bytes: 0 };
  const requestOf = (name) => ({
    path: `/${encodeURI(name)}`,
    onResponse(status, body) {
      const bytes = Buffer.from(body, "latin1");
      now.bytes += bytes.length;
      const fault = status === 200 ? check(name, bytes) : status;
      if (fault) faults.push(`/${name}: ${fault}`);
    },
  });
  let connections = 0;
  const setupClient = (client) => {
    // Each begins somewhere else, or all would ask for the largest file at once.
    const first = Math.floor((names.length * connections++) / CONNECTIONS);
    client.setRequests([...names.slice(first), ...names.slice(0, first)].map(requestOf));
    // Otherwise it reads them as text, and what is no text is lost.
    const queue = client.pipelinedRequests;
    queue.addBody = (bytes) => { queue.peek().body += bytes.toString("latin1"); };
  };
  const options = { url: origin, connections: CONNECTIONS, amount: REQUESTS, headers: ACCEPTED, bailout: 1, setupClient };
  const running = autocannon(options);
  const begun = process.hrtime.bigint();
  let ended = begun;
  running.on("response", (_client, _status, _bytes, duration) => {
    ended = process.hrtime.bigint();
    durations.push(duration);
    answered(durations.length);
  });
  const { errors } = await running;
  durations.sort((one, other) => one - other);
  const share = (part) => durations[Math.max(0, Math.ceil(durations.length * part) - 1)];
  const seconds = Number(ended - begun) / 1e9;
  return { answers: durations.length, errors, faults, seconds, bytes: now.bytes, half: share(0.5), most: share(0.99) };
}

function print(what, { answers, errors, faults, seconds, bytes, half, most }) {
  console.log(`${what}
  ${thousands(answers)} answers in ${seconds.toFixed(1).replace(".", ",")} s: ${thousands(answers / seconds)} a second
  half of them after at most ${milliseconds(half)}, 99 of 100 after at most ${milliseconds(most)}
  ${thousands(bytes / 1e6)} MB of contents; ${errors} errors of connections, ${faults.length} answers that are not what was built`);
}

// Ends the program with what is wrong, of many things the first.
function hold(faults) {
  if (faults.length === 0) return;
  console.error(`${faults.length} faults, among them:\n  ${[...new Set(faults)].slice(0, 12).join("\n  ")}`);
  process.exitCode = 1;
}

const counted = ({ answers, errors, faults }) =>
  [...faults, ...(answers === REQUESTS && errors === 0 ? [] : [`${answers} answers and ${errors} errors of connections`])];

async function main() {
  const [directory, publish = fileURLToPath(new URL("../tools/publish", import.meta.url))] = process.argv.slice(2);
  const work = mkdtempSync(join(tmpdir(), "under-load-"));
  // nginx has taken another user.
  chmodSync(work, 0o755);
  const stop = [() => rmSync(work, { recursive: true })];
  try {
    const first = new Edition(directory);
    const second = new Edition(anotherEdition(directory, join(work, "second")));
    const publishing = new Publishing(publish, join(work, "site"), [first, second]);
    await publishing.next();
    const server = await serve(work, publishing.site);
    stop.unshift(() => server.stop());

    const { model } = cpus()[0];
    console.log(`${availableParallelism()} × ${model}; ${server.version}, and the readers on the same machine, ${CONNECTIONS} at once\n`);

    const alone = await ask(server.origin, first.names, (name, bytes) => first.is(name, bytes) ? "" : "is not what was built");
    print(`${first.names.length} addresses, all that a reader's browser fetches of an edition:`, alone);
    hold(counted(alone));

    const readers = new Readers(server.origin, ACCEPTED, publishing);
    const reading = readers.read(4);
    const due = (answers) => publishing.count <= PUBLISHED && answers >= (REQUESTS * publishing.count) / (PUBLISHED + 1);
    const isWhole = (name, bytes) => {
      const of = name.startsWith("v-") ? [first] : [first, second];
      return of.some((edition) => edition.is(name, bytes)) ? "" : "is of no edition";
    };
    const between = await ask(server.origin, first.names, isWhole, (answers) => {
      if (due(answers)) publishing.begin((publish) => readers.around(publish));
    });
    await publishing.rest();
    while (publishing.count <= PUBLISHED) await readers.around(() => publishing.next());
    readers.stop();
    await reading;
    print(`\nThe same while ${PUBLISHED} times another edition took its place:`, between);
    console.log(`  ${thousands(readers.documents)} pages were opened meanwhile, ${thousands(readers.across)} of them across a change; \
what they and the worker name was asked for, ${thousands(readers.asked)} times; ${readers.faults.length} faults`);
    hold([...counted(between), ...readers.faults]);
  } finally {
    for (const step of stop) await step();
  }
}

await main();
