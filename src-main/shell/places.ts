import { join } from 'node:path';
import { app } from 'electron';

/** Files of the program and folders of the user; inside the package and in a checkout alike. */
export type Places = {
  preload: string;
  core: string;
  export: string;
  window: string;
  fonts: string;
  caches: string;
  operator: string;
  operatorDocuments: string;
  settings: string;
  preferences: string;
  logs: string;
  opened: string;
  unfinished: string;
};

export function findPlaces(): Places {
  const program = app.getAppPath();
  const user = app.getPath('userData');
  const process = (name: string): string => join(program, 'out', 'main', `${name}.cjs`);
  return {
    preload: process('preload'),
    core: process('core'),
    export: process('export'),
    window: join(program, 'out', 'renderer'),
    fonts: join(program, 'resources', 'fonts'),
    caches: join(user, 'accounts'),
    operator: join(user, 'demo-operator'),
    operatorDocuments: process('operator-documents'),
    settings: join(user, 'settings.json'),
    preferences: join(user, 'window.json'),
    logs: join(user, 'logs'),
    opened: join(user, 'opened'),
    unfinished: join(user, 'unfinished.json'),
  };
}
