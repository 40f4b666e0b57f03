// `npm run e2e`: the end-to-end specs on the program as built now; arguments go to Playwright.
import { join } from 'node:path';
import { buildProgram, enterProjectNode, readyRuntime, root, runNode } from './lib/setup.mjs';

await enterProjectNode();
buildProgram();
await readyRuntime();
const playwright = join(root, 'node_modules', '@playwright/test', 'cli.js');
process.exit(runNode([playwright, 'test', '--project=built', ...process.argv.slice(2)]));
