import { basename, dirname, join } from 'node:path';
import type { Handlers } from '../../src-shared/bridge/contract';
import { CabinetError } from '../../src-shared/bridge/errors';
import type { ExportView } from '../../src-shared/bridge/exports';
import type { PackageRequest, packageProcedures } from '../../src-shared/bridge/packages';
import type { CoreCalls } from '../channel/core-contract';
import type { ExportRegistry, Place } from './export-registry';

export type PackageDependencies = {
  account(): string | null;
  preparePackage: CoreCalls['core.preparePackage'];
  /** The folder of packages: chosen by the person in a dialog, never named by the window. */
  packageFolder(): string | null;
  askForPackageFolder(): Promise<string | null>;
  fontFolder: string;
};

/** A file of these is as it should be; a retry leaves it alone. */
const SETTLED: readonly string[] = ['new', 'changed', 'unchanged', 'restored', 'skipped'];

/** Whoever chooses a package itself, of this month or another, means the folder around it. */
function outside(folder: string, packageName: string): string {
  const known = packageName.replace(/\d{4}-\d{2}$/, '');
  const name = basename(folder);
  return name.startsWith(known) && /^\d{4}-\d{2}$/.test(name.slice(known.length)) ? dirname(folder) : folder;
}

/** Serves «Пакет за месяц»: the folder, the run and its second try. */
export function createPackageHandlers(
  dependencies: PackageDependencies,
  registry: ExportRegistry,
): Handlers<keyof typeof packageProcedures> {
  /** What the packages of this visit were asked to be. */
  const requests = new Map<string, PackageRequest>();

  const prepared = (request: PackageRequest, folder: string, done: readonly string[]) =>
    dependencies.preparePackage(request).then(({ access, folderName, totalRows }) => ({
      path: join(outside(folder, folderName), folderName),
      totalRows,
      startAt: (path: string) => (partialPath: string) => ({
        access,
        request,
        folder: path,
        done,
        partialPath,
        fontFolder: dependencies.fontFolder,
      }),
    }));

  return {
    'package.folder': () => dependencies.packageFolder(),
    'package.chooseFolder': () => dependencies.askForPackageFolder(),
    async 'package.start'(request) {
      const account = dependencies.account();
      const folder = dependencies.packageFolder();
      if (folder === null) throw new CabinetError('bad-input', { field: 'folder' });
      const { path, totalRows, startAt } = await prepared(request, folder, []);
      if (account === null || account !== dependencies.account()) throw new CabinetError('not-signed-in');
      const place: Place = { account, path };
      const running = registry.runningAt(path);
      if (running) return running.view;
      const view: ExportView = registry.launch(
        place,
        { format: 'package', totalRows, files: [] },
        startAt(path),
      );
      requests.set(view.id, request);
      return view;
    },
    async 'package.retry'({ id }) {
      const entry = registry.find(id);
      const request = requests.get(id);
      if (!request) throw new CabinetError('not-found', { what: 'export' });
      const done = (entry.view.files ?? []).filter(({ state }) => SETTLED.includes(state));
      const { startAt } = await prepared(
        request,
        entry.path,
        done.map(({ name }) => name),
      );
      const running = registry.runningAt(entry.path);
      if (running) return running.view;
      return registry.again(registry.find(id), startAt(entry.path));
    },
  };
}
