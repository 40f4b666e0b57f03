import { type AccountFiles, accountFiles } from '../../store/keys/account-files';
import { operatorAddress } from '../../sync/client';

/** Loopback operators are the embedded one, whose port changes with every start. */
function operatorName(url: string): string {
  const { hostname } = new URL(url);
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? 'loopback' : operatorAddress(url);
}

/**
 * Answers which files an account of this operator has. Their names are slow to find on purpose, so those of the last
 * account are remembered: a window that was locked opens sooner.
 */
export function createFilesOf(folder: string, operatorUrl: string) {
  const operator = operatorName(operatorUrl);
  let last: { phone: string; files: AccountFiles } | null = null;
  return async (phone: string): Promise<AccountFiles> => {
    if (last?.phone !== phone) last = { phone, files: await accountFiles(folder, operator, phone) };
    return last.files;
  };
}
