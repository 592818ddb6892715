// The measurements as tables.
import { spread } from "./measure.mjs";

// A number with at most three digits that count, and at least one decimal below 100.
function short(number) {
  if (number >= 100) return number.toFixed(0);
  return number.toFixed(number >= 10 ? 1 : 2);
}

const microseconds = (nanoseconds) => short(nanoseconds / 1000);

// Rows of texts below their heads. The first column stands left, the others right.
export function table(heads, rows) {
  const lines = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const printed = lines.map((line) =>
    line.map((text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]))).join("  "),
  );
  return [printed[0], widths.map((width) => "-".repeat(width)).join("  "), ...printed.slice(1)].join("\n");
}

// The times of each row in microseconds, and how many times its median is that of the engine in the same runtime.
export function times(rows) {
  const engines = new Map(rows.filter(({ what }) => what === "the engine").map((row) => [row.where, spread(row.times).median]));
  const lines = rows.map(({ what, where, times }) => {
    const { min, median, p95 } = spread(times);
    return [what, where, microseconds(min), microseconds(median), microseconds(p95), short(median / engines.get(where))];
  });
  return table(["2018 case, one driver changed, payback read back", "in", "min µs", "median µs", "p95 µs", "× engine"], lines);
}

// What maps of two drivers take, in milliseconds. A frame of a screen with 60 of them a second has 16,7.
export function maps(rows) {
  const milliseconds = (nanoseconds) => short(nanoseconds / 1e6);
  const lines = rows.map(({ of, where, times }) => {
    const { min, median, p95 } = spread(times);
    return [of, where, milliseconds(min), milliseconds(median), milliseconds(p95)];
  });
  return table(["map, 101 × 101 points", "in", "min ms", "median ms", "p95 ms"], lines);
}

// How the median grows with the size of a note: the time, and how many times that of a tenth of the size.
export function growth(measurements) {
  const lines = measurements.map(({ what, by, size, nanoseconds }) => {
    const { min, median, p95 } = spread(nanoseconds);
    const tenth = measurements.find((other) => other.what === what && other.by === by && other.size === size / 10);
    const grown = tenth ? short(median / spread(tenth.nanoseconds).median) : "";
    return [`${what}, ${by}`, String(size), microseconds(min), microseconds(median), microseconds(p95), grown];
  });
  return table(["growth (10 of what does not grow; all three: 100 times the cells)", "size", "min µs", "median µs", "p95 µs", "× a tenth"], lines);
}

// The sizes of files in bytes.
export function sizes(files) {
  const lines = files.map(({ name, raw, brotli }) => [name, String(raw), String(brotli)]);
  return table(["file of the package", "raw bytes", "brotli bytes"], lines);
}
