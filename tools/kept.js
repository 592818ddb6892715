// What was made of some bytes before, in the build directory, so that the same is not made again: most files are as they were in the
// build before.
const { createHash } = require("node:crypto");
const { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

// What nobody has used for so long is deleted.
const MOST_DAYS = 7;

// What `make` gives, or gave before. `of` is everything that it depends on: texts and bytes. `folder` is for one way of making.
exports.kept = async (folder, of, make) => {
  const hash = createHash("sha256");
  of.forEach((part) => hash.update(`${part.length}\n`).update(part));
  const directory = join(process.env.CARGO_TARGET_DIR || join(__dirname, "../target"), "kept", folder);
  const path = join(directory, hash.digest("hex"));
  try {
    const made = readFileSync(path);
    const now = new Date();
    utimesSync(path, now, now);
    return made;
  } catch {
    const made = await make();
    mkdirSync(directory, { recursive: true });
    // Another build may write the same at once, and one that is stopped leaves no half of it.
    writeFileSync(`${path}.${process.pid}`, made);
    renameSync(`${path}.${process.pid}`, path);
    for (const name of readdirSync(directory)) {
      const other = join(directory, name);
      if (Date.now() - statSync(other, { throwIfNoEntry: false })?.mtimeMs > MOST_DAYS * 86_400_000) rmSync(other, { force: true });
    }
    return made;
  }
};
