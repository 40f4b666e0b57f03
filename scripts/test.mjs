// `npm test`: the same set-up as `npm start`, then every check, with a short summary at the end.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { enterProjectNode, readyRuntime, root, runNode } from './lib/setup.mjs';

await enterProjectNode();

const reports = join(root, 'test-results', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const bin = (name, file) => join(root, 'node_modules', name, file);
const tools = {
  biome: bin('@biomejs/biome', 'bin/biome'),
  cruise: bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'),
  tsc: bin('typescript', 'bin/tsc'),
  knip: bin('knip', 'bin/knip.js'),
  vitest: bin('vitest', 'vitest.mjs'),
  playwright: bin('@playwright/test', 'cli.js'),
};
const unitReport = join(reports, 'unit.json');
const unitFlaky = join(reports, 'unit-flaky.json');

/** @type {{name: string, run: () => number | Promise<number>, counts?: () => Counts}[]} */
const staticSteps = [
  { name: 'lint and format', run: () => runNode([tools.biome, 'check', '--error-on-warnings']) },
  { name: 'dependency rules', run: () => runNode([tools.cruise, 'src-shared', 'src-main', 'src-renderer']) },
  ...['src-shared', 'src-main', 'src-renderer', 'test'].map((project) => ({
    name: `types of ${project}`,
    run: () => runNode([tools.tsc, '-p', project]),
  })),
  { name: 'dead code', run: () => runNode([tools.knip]) },
];

const testSteps = [
  { name: 'build', run: () => runNode(['scripts/build.mjs']) },
  {
    name: 'runtime',
    run: async () => {
      await readyRuntime();
      return 0;
    },
  },
  {
    name: 'unit and integration tests',
    run: () =>
      runNode(
        [
          tools.vitest,
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${unitReport}`,
          '--reporter=./scripts/lib/flaky-reporter.mjs',
        ],
        { env: { ...process.env, FLAKY_REPORT: unitFlaky } },
      ),
    counts: () => vitestCounts(unitReport, unitFlaky),
  },
  {
    // The same kills every time; `npm run torture -- --kills 500` is the long form.
    name: 'torture, short form',
    run: () => runNode(['scripts/torture.mjs', '--kills', '30', '--seed', '20210510']),
  },
  { name: 'package (unpacked)', run: () => runNode(['scripts/package.mjs', '--dir', '--for-tests']) },
  ...['built', 'packaged'].map((project) => {
    const report = join(reports, `e2e-${project}.json`);
    return {
      name: `e2e, program as ${project}`,
      run: () =>
        runNode([tools.playwright, 'test', `--project=${project}`, '--reporter=list,json'], {
          env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
        }),
      counts: () => playwrightCounts(report),
    };
  }),
];

const onlyStatic = process.argv.includes('--static');
const results = [];
for (const step of onlyStatic ? staticSteps : [...staticSteps, ...testSteps]) {
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const code = await step.run();
  const counts = readCounts(step);
  results.push({ name: step.name, ok: code === 0, seconds: (Date.now() - started) / 1000, ...counts });
}

console.log('\nSummary');
for (const { name, ok, seconds, passed, failed, flaky = [] } of results) {
  const tests = passed === undefined ? '' : `  ${passed} passed, ${failed} failed`;
  console.log(`  ${ok ? '✓' : '✗'} ${name.padEnd(32)} ${seconds.toFixed(1).padStart(6)} s${tests}`);
  for (const test of flaky) console.log(`    passed only when run again, mend it: ${test}`);
}
const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
const broken = results.filter((result) => !result.ok);
if (!onlyStatic) {
  // A step that broke without a failing test (lint, types, build) still counts as one failure.
  const failed = total('failed') + broken.filter((result) => !result.failed).length;
  console.log(`\n${total('passed')} passed, ${failed} failed, ${total('skipped')} skipped`);
}
process.exit(broken.length > 0 ? 1 : 0);

function readCounts(step) {
  try {
    return step.counts?.() ?? {};
  } catch {
    return {};
  }
}

function vitestCounts(file, flakyFile) {
  const report = readJson(file);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    flaky: readJson(flakyFile),
  };
}

function playwrightCounts(file) {
  const { stats, suites } = readJson(file);
  const flaky = (suite) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map((spec) => `${spec.file} › ${spec.title}`),
    ...(suite.suites ?? []).flatMap(flaky),
  ];
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    flaky: suites.flatMap(flaky),
  };
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
