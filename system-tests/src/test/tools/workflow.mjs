// Prints what GitHub's own parser finds in workflows: workflow.mjs <folder with the parser> <file>...
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

// The parser imports its schema as bundlers do, without saying that it is JSON.
register(
  'data:text/javascript,' +
    encodeURIComponent(`
      import { readFileSync } from 'node:fs';
      export const load = (url, context, next) => url.endsWith('.json')
        ? { format: 'module', shortCircuit: true, source: 'export default ' + readFileSync(new URL(url), 'utf8') }
        : next(url, context);`),
);

const [folder, ...files] = process.argv.slice(2);
const home = pathToFileURL(folder + '/node_modules/@actions/workflow-parser/dist/index.js');
const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await import(home);
let wrong = 0;
for (const file of files) {
  const trace = new NoOperationTraceWriter();
  const { value, context } = parseWorkflow({ name: file, content: readFileSync(file, 'utf8') }, trace);
  if (value) {
    await convertWorkflowTemplate(context, value);
  }
  for (const { message } of context.errors.getErrors()) {
    wrong++;
    console.log(message);
  }
}
process.exit(wrong === 0 ? 0 : 1);
