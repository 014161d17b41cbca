// Prints what AsyncAPI's own parser finds in a file: asyncapi.mjs <folder with the parser> <file>
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, file] = process.argv.slice(2);
const { Parser, fromFile } = createRequire(pathToFileURL(folder + '/package.json'))('@asyncapi/parser');
const { document, diagnostics } = await fromFile(new Parser(), file).parse();
for (const { severity, code, message, path } of diagnostics) {
  console.log(`${['error', 'warning', 'info', 'hint'][severity]} ${code}: ${message} (${path.join('/')})`);
}
process.exit(document && diagnostics.every(({ severity }) => severity > 1) ? 0 : 1);
