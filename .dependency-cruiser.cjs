/** Dependencies between folders go one way; see docs/architecture.md. */

const electronFiles = '^src-main/(shell/|(main|preload|core|export)\\.ts$)';

/** Tests and their equipment may join what the product keeps apart. */
const tests = '(\\.test\\.tsx?$|/testing/)';

/** @param {string} name @param {string} from @param {string[]} allowed */
const onlyTo = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { path: '^src-', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-only-zod-and-itself',
      severity: 'error',
      from: { path: '^src-shared/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src-shared/', '(^|/)node_modules/zod/'] },
    },
    onlyTo('domain-imports-itself', '^src-shared/domain/', []),
    onlyTo('operator-api-imports-domain', '^src-shared/operator-api/', ['^src-shared/domain/']),
    onlyTo('renderer-imports-shared', '^src-renderer/', ['^src-shared/']),
    onlyTo('operator-imports-shared', '^src-main/operator/', ['^src-shared/']),
    onlyTo('files-import-nothing', '^src-main/files/', []),
    onlyTo('documents-import-shared-files', '^src-main/documents/', ['^src-shared/', '^src-main/files/']),
    onlyTo('store-imports-shared-files', '^src-main/store/', ['^src-shared/', '^src-main/files/']),
    onlyTo('channel-imports-shared', '^src-main/channel/', ['^src-shared/']),
    onlyTo('sync-imports-store', '^src-main/sync/', ['^src-shared/', '^src-main/store/']),
    onlyTo('cabinet-imports-store-sync-documents', '^src-main/cabinet/', [
      '^src-shared/',
      '^src-main/(store|sync|documents|channel)/',
    ]),
    onlyTo('shell-imports-bridge', '^src-main/shell/', ['^src-shared/', '^src-main/(bridge|channel|files)/']),
    onlyTo('bridge-imports-channel', '^src-main/bridge/', ['^src-shared/', '^src-main/channel/']),
    {
      name: 'only-the-composition-root-knows-the-operator',
      severity: 'error',
      from: {
        pathNot: ['^src-main/operator/', '^src-main/main\\.ts$', tests, '^test/', '^scripts/'],
      },
      to: { path: '^src-main/operator/' },
    },
    {
      name: 'electron-only-in-shell-and-entries',
      severity: 'error',
      from: { path: '^src-', pathNot: electronFiles },
      to: { path: ['^electron$', '(^|/)node_modules/electron/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^src-', pathNot: tests },
      to: { path: ['^test/', tests] },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: { path: '^src-' },
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
