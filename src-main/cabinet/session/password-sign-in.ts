import type { SessionView } from '../../../src-shared/bridge/session';
import type { Session } from '../../../src-shared/operator-api/sessions';
import type { AccountFiles } from '../../store/keys/account-files';
import type { Vault } from '../../store/keys/vault';
import type { Activation } from './activate';
import { type KeyTry, keyOffline } from './keys';
import { isOutOfReach, type OperatorLink } from './operator-link';

export type PasswordSignInOptions = {
  vault: Vault;
  link: OperatorLink;
  filesOf(phone: string): Promise<AccountFiles>;
  open(request: Activation): Promise<SessionView>;
  /** Goes on after the operator has accepted the password. */
  accepted(session: Session, password: string, trying: KeyTry): Promise<SessionView>;
  /** Whether the open account has this key; another one is of no use any more. */
  isUsed(key: Buffer): boolean;
};

/** Signs in at the operator, or opens the cache by the same password while the operator is out of reach. */
export function createPasswordSignIn(options: PasswordSignInOptions) {
  const { vault, link, filesOf, open, accepted, isUsed } = options;

  async function signIn(
    phone: string,
    password: string,
    asked: Promise<Session>,
    files: AccountFiles,
    trying: KeyTry,
  ): Promise<SessionView> {
    let session: Session;
    try {
      session = await asked;
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      if (error.code !== 'operator-unreachable' && !vault.exists(files)) throw error;
      const key = await keyOffline(vault, files, password, trying);
      return open({ phone, files, key, session: null, password });
    }
    return accepted(session, password, trying);
  }

  return async (phone: string, password: string): Promise<SessionView> => {
    // Deriving the key takes longer than the operator's answer: both at once.
    const asked = link.signIn({ method: 'password', phone, password });
    asked.catch(() => {});
    const files = await filesOf(phone);
    const trying = vault.fits(files, password);
    try {
      return await signIn(phone, password, asked, files, trying);
    } finally {
      trying.then(
        (key) => key && !isUsed(key) && key.fill(0),
        () => {},
      );
    }
  };
}
