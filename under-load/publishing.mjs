// Publishes two editions in turn, and knows which of them may be seen.
import { spawn } from "node:child_process";
import { once } from "node:events";

export class Publishing {
  // How many times an edition has been published, with the one that is being published.
  count = 0;
  #done = 0;
  #isRunning = false;
  #running = Promise.resolve();

  constructor(command, site, editions) {
    Object.assign(this, { command, site, editions });
  }

  // What was published as number 1, 2 and so on.
  edition(number) {
    return this.editions[(number - 1) % this.editions.length];
  }

  // The number of what was published last, before which nothing is to be seen from now on.
  mark() {
    return this.#done;
  }

  // The editions that may be seen in an answer to what was asked after the mark.
  mayBeSeenSince(mark) {
    const numbers = Array.from({ length: this.count - mark + 1 }, (_, after) => mark + after);
    return [...new Set(numbers.filter((number) => number > 0).map((number) => this.edition(number)))];
  }

  async next() {
    this.count += 1;
    const number = this.count;
    const running = spawn(this.command, [this.edition(number).directory, this.site], { stdio: ["ignore", "inherit", "inherit"] });
    const [code] = await once(running, "exit");
    if (code !== 0) throw new Error(`${this.command} ended with ${code}`);
    this.#done = number;
  }

  // Publishes the next one beside all else, unless one is being published. `within` is what to do around it.
  begin(within) {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#running = within(() => this.next()).then(() => { this.#isRunning = false; });
    // `rest` says it.
    this.#running.catch(() => {});
  }

  // Waits until none is being published.
  rest() {
    return this.#running;
  }
}
