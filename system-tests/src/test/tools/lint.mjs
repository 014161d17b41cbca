// Prints what the linter in <folder> finds in an OpenAPI file: lint.mjs <folder> <config> <file>
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, config, file] = process.argv.slice(2);
const entry = createRequire(pathToFileURL(folder + '/package.json')).resolve('@redocly/openapi-core');
const { formatProblems, lint, loadConfig } = await import(pathToFileURL(entry));
const problems = await lint({ ref: file, config: await loadConfig({ configPath: config }) });
for (const { severity, ruleId, message, location } of problems) {
  console.log(`${severity} ${ruleId}: ${message} (${location.map((place) => place.pointer).join(', ')})`);
}
process.exit(problems.length === 0 ? 0 : 1);
