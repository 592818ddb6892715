// Readers who open a page and then ask for all that it names, as a browser does, and compare it with the edition that the page is of.
import { Agent, get } from "node:http";

export class Readers {
  faults = [];
  // Pages that were opened; those of them that were open while another edition took their place; what was asked for.
  documents = 0;
  across = 0;
  asked = 0;
  #stopped = false;
  #agent = new Agent({ keepAlive: true });

  constructor(origin, headers, publishing) {
    Object.assign(this, { origin, headers, publishing });
  }

  #get(name) {
    this.asked += 1;
    return new Promise((resolve) => {
      const fail = ({ message }) => resolve({ status: message, bytes: Buffer.alloc(0) });
      get(`${this.origin}/${encodeURI(name)}`, { headers: this.headers, agent: this.#agent }, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part)).on("error", fail);
        answer.on("end", () => resolve({ status: answer.statusCode, bytes: Buffer.concat(parts) }));
      }).on("error", fail);
    });
  }

  // Asks for something that changes. Returns the edition that it is of: one that was to be seen from before the request to after the answer.
  async #open(name) {
    const mark = this.publishing.mark();
    const { status, bytes } = await this.#get(name);
    const edition = this.publishing.mayBeSeenSince(mark).find((edition) => edition.is(name, bytes));
    if (!edition || status !== 200) this.faults.push(`/${name}: ${status}, ${bytes.length} bytes that are of no edition that is published`);
    return edition;
  }

  // Asks for what never changes.
  async #own(edition, of, name) {
    const { status, bytes } = await this.#get(name);
    if (status !== 200 || !edition.is(name, bytes)) this.faults.push(`/${of} names /${name}: ${status}, ${bytes.length} bytes that are not of its edition`);
  }

  // Asks for all that an open page needs, now or later: what it names, and what its scripts ask for.
  async #use(edition, document) {
    for (const name of edition.own) await this.#own(edition, document, name);
    for (const name of edition.namedBy(document)) if (!name.startsWith("v-")) await this.#open(name);
  }

  // What a browser does with the worker: it keeps all files of the edition or none, where one is of the edition after it.
  async #keep() {
    const mark = this.publishing.mark();
    const edition = await this.#open("sw.js");
    for (const name of edition?.names ?? []) {
      if (name.startsWith("v-")) await this.#own(edition, "sw.js", name);
      else if (await this.#open(name) !== edition && this.publishing.mayBeSeenSince(mark).length < 2) {
        this.faults.push(`sw.js names another /${name} than the one that is served`);
      }
    }
  }

  // One reader, who opens a page after the other, from the so-manieth on, and comes to the worker after each round.
  async #readFrom(first) {
    const { documents } = this.publishing.edition(1);
    for (let at = first; !this.#stopped; at += 1) {
      const document = documents[at % documents.length];
      const edition = await this.#open(document);
      this.documents += 1;
      if (edition) await this.#use(edition, document);
      if (at % documents.length === 0) await this.#keep();
    }
  }

  // So many readers, until they are stopped.
  read(readers) {
    return Promise.all(Array.from({ length: readers }, (_, reader) => this.#readFrom(reader * 5)));
  }

  stop() {
    this.#stopped = true;
  }

  // Opens each page before another edition is published, and asks for all that it needs when that has been done.
  async around(publish) {
    const open = [];
    for (const document of this.publishing.edition(1).documents) open.push([await this.#open(document), document]);
    await publish();
    for (const [edition, document] of open) {
      this.documents += 1;
      this.across += 1;
      if (edition) await this.#use(edition, document);
    }
  }
}
