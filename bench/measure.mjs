// Runs something repeatedly, and what its times come to.

const SAMPLES = 101;
// Long beside what a browser's clock can tell, short beside what other programs interrupt.
const AT_LEAST_MS = 5;
const MOST_RUNS = 2 ** 20;

// The nanoseconds that one run takes, once for each sample. `run` is told how many times to run.
export function samples(run) {
  let runs = 1;
  while (runs < MOST_RUNS) {
    const start = performance.now();
    run(runs);
    if (performance.now() - start >= AT_LEAST_MS) break;
    runs *= 2;
  }
  return Array.from({ length: SAMPLES }, () => {
    const start = performance.now();
    run(runs);
    return ((performance.now() - start) * 1e6) / runs;
  });
}

// The shortest time, the median, and the time that 95 of 100 stay below.
export function spread(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { min: sorted[0], median: at(0.5), p95: at(0.95) };
}
