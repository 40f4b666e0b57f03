import type { WebContents } from 'electron';
import { CabinetError } from '../../src-shared/bridge/errors';

/**
 * Prints what a page shows for paper on A4 without margins of its own, by the system's dialog.
 * @returns false when the person closed the dialog
 * @throws CabinetError print-failed
 */
export function printPage(contents: WebContents, paper: { landscape: boolean }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    contents.print(
      { ...paper, pageSize: 'A4', margins: { marginType: 'none' }, printBackground: true },
      (printed, reason) => {
        // Electron tells a closed dialog as a failure, in words.
        if (printed || /cancell?ed/i.test(reason)) resolve(printed);
        else reject(new CabinetError('print-failed', { reason }));
      },
    );
  });
}
