import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram, type ProcessRun, runMeasured } from './processes';

/** Field separator «;», quotes «"», UTF-8, from the first line. */
const CSV_FILTER = 'CSV:59,34,UTF-8,1';

/** Converts files with LibreOffice, in a profile of its own; null where it is not installed. */
export type LibreOffice = {
  convert(source: string, format: 'xlsx' | 'pdf', folder: string): Promise<ProcessRun>;
};

export function findLibreOffice(folder: string): LibreOffice | null {
  const program = findProgram('soffice');
  if (!program) return null;
  const profile = pathToFileURL(join(folder, 'libreoffice-profile')).href;
  return {
    convert: (source, format, target) =>
      runMeasured(program, [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--norestore',
        ...(source.endsWith('.csv') ? [`--infilter=${CSV_FILTER}`] : []),
        '--convert-to',
        format,
        '--outdir',
        target,
        source,
      ]),
  };
}
