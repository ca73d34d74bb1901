// Prints what the HTTP Observatory says of addresses of this machine, as JSON: `node scan.mjs HOST…`,
// where HOST may be followed by a port and a path.
import { scan } from "@mdn/mdn-http-observatory/src/scanner/index.js";

const findings = {};
for (const host of process.argv.slice(2)) {
  const { scan: summary, tests } = await scan(host);
  const results = Object.entries(tests).map(([name, test]) => [name, { pass: test.pass, result: test.result, modifier: test.scoreModifier }]);
  findings[host] = { score: summary.score, tests: Object.fromEntries(results) };
}
console.log(JSON.stringify(findings));
