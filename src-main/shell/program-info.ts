import { app } from 'electron';
import type { ProgramInfo } from '../../src-shared/bridge/program';
import type { Secrets } from './secrets';

/** What runs here and where its data is: for the settings, and for whoever is asked for help. */
export async function describeProgram(known: {
  version: string;
  secrets: Secrets;
  operatorUrl: string;
}): Promise<ProgramInfo> {
  return {
    version: known.version,
    runtime: 'sip-cabinet-standin' in process.versions ? 'stand-in' : 'electron',
    electron: process.versions.electron ?? '',
    chrome: process.versions.chrome ?? '',
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    packaged: app.isPackaged,
    dataFolder: app.getPath('userData'),
    secrets: (await known.secrets.available()) ? 'keyring' : 'visit',
    operatorUrl: known.operatorUrl,
  };
}
