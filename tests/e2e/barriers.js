// What axe finds wrong with the page, a line for each element.
const [levels, done] = arguments;
axe.run(document, { runOnly: { type: "tag", values: levels } }).then(
  ({ violations, passes }) => {
    if (passes.length === 0) return done(["axe checked nothing"]);
    done(violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary.replace(/\s+/g, " ")}`)));
  },
  (error) => done([`axe failed: ${error}`]),
);
