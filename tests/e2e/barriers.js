// Runs axe on the page, and returns a line for each element with a fault.
const [levels, done] = arguments;
axe.run(document, { runOnly: { type: "tag", values: levels } }).then(
  ({ violations, passes }) => {
    if (passes.length === 0) return done(["axe checked nothing"]);
    done(violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`)));
  },
  (error) => done([`axe failed: ${error}`]),
);
