import { CabinetError } from '../../../src-shared/bridge/errors';
import type { SessionView } from '../../../src-shared/bridge/session';
import type { Session } from '../../../src-shared/operator-api/sessions';
import type { CoreConfig } from '../../channel/core-contract';
import { setAllAside } from '../../store/backups';
import { checkFile } from '../../store/damage';
import { setAside } from '../../store/keys/account-files';
import { createVault } from '../../store/keys/vault';
import { hasUnfinished } from '../../store/read/outbox';
import { createOperatorClient } from '../../sync/client';
import type { OperatorClock } from '../../sync/operator-clock';
import type { Schedule } from '../../sync/schedule';
import { describeFault } from '../describe-fault';
import type { CabinetEnvironment } from '../environment';
import { type ActivateContext, type Activation, activate, askOperator } from './activate';
import { readyDataFolder } from './data-folder';
import { createExclusive } from './exclusive';
import { createFilesOf } from './files-of';
import { type KeyTry, keyByAcceptedPassword, keyByOldPassword, keyBySms } from './keys';
import { closeAccountCache } from './open-account';
import { checkNewPassword, createOperatorLink } from './operator-link';
import { createPasswordSignIn } from './password-sign-in';
import { createRecovery } from './recovery';
import { keepSecret } from './secret';
import { forgetSession, keepSession } from './session-file';
import { type ActiveSession, requireActive, type SessionState, stopEngines, viewOf } from './state';
import { checkVisitKeepsNothing, holdsCommands } from './visit-commands';

const scheduleOf = ({ syncEveryMin, hidden }: CoreConfig): Schedule => ({ everyMin: syncEveryMin, hidden });

/** What is in the cache is drawn before the operator is asked for news: both at once keep a small computer busy. */
const SCREENS_FIRST_MS = 300;

export type CabinetSession = Awaited<ReturnType<typeof createSession>>;

/** Who is signed in, and the open cache that belongs to it. One at a time. */
export async function createSession(config: CoreConfig, world: CabinetEnvironment, clock: OperatorClock) {
  const { keyring } = world;
  const environment: CabinetEnvironment = {
    ...world,
    emit(name, payload) {
      // What goes on behind the lock is nobody's to see; once it is done, the cache is closed too.
      if (!visit.locked || name !== 'commands.changed') world.emit(name, payload);
      else if (!holdsCommands(state)) {
        exclusive(lock).catch((error) =>
          world.emit('log', { level: 'error', text: `lock: ${describeFault(error)}` }),
        );
      }
    },
  };
  readyDataFolder(config.dataFolder);
  const client = createOperatorClient(config.operatorUrl, environment, clock);
  const link = createOperatorLink(client, environment);
  const vault = createVault({ keyring, clock: environment.clock, cost: environment.kdfCost });
  const exclusive = createExclusive();
  const visit: Pick<SessionView, 'secretsKept' | 'temporaryPasswordSent' | 'locked'> = {
    secretsKept: (await keyring.encrypt('probe')) !== null,
    temporaryPasswordSent: false,
    locked: null,
  };
  let state: SessionState = { phase: 'signed-out' };
  let schedule = scheduleOf(config);

  const view = (): SessionView => viewOf(state, visit);
  const requireOpen = (): ActiveSession => requireActive(visit.locked ? { phase: 'signed-out' } : state);
  const changed = (): SessionView => {
    const current = view();
    environment.emit('session.changed', current);
    return current;
  };
  const filesOf = createFilesOf(config.dataFolder, config.operatorUrl);
  const context = (): ActivateContext => ({
    environment,
    client,
    link,
    clock,
    schedule,
    onChange: changed,
    onDamage: recovery.onDamage,
    onOtherAccount: recovery.onOtherAccount,
  });

  const recovery = createRecovery({ environment, exclusive, state: () => state, context, changed, close });

  /** @throws CabinetError commands-waiting */
  function checkNothingIsLost(): void {
    if (state.phase === 'signed-in') checkVisitKeepsNothing(state.opened);
  }

  /** Closes what is open here; the operator is not told. */
  async function close(): Promise<void> {
    const ending = state;
    state = { phase: 'signed-out' };
    visit.locked = null;
    if (ending.phase === 'signed-out') return;
    ending.password?.wipe();
    if (ending.phase !== 'signed-in') return;
    await stopEngines(ending);
    closeAccountCache(ending.opened);
    ending.key.fill(0);
  }

  /** Makes room for another session. @throws CabinetError commands-waiting */
  async function leave(): Promise<void> {
    checkNothingIsLost();
    await close();
  }

  async function open(request: Activation): Promise<SessionView> {
    await leave();
    const { active, leftOpen } = await activate(context(), request).catch((error: unknown) => {
      request.key.key.fill(0);
      // What was open before is closed.
      changed();
      throw error;
    });
    state = active;
    visit.temporaryPasswordSent = false;
    // Before all else: the screens begin with it.
    const opened = changed();
    const drawn = !schedule.hidden && !active.sync.status().firstSync;
    void active.sync.start(drawn ? SCREENS_FIRST_MS : 0);
    active.outbox.wake();
    if (leftOpen) environment.emit('cache.leftOpen', null);
    if (request.session) await keepSession(request.files, keyring, request.session);
    return opened;
  }

  /** True when the visit's cache has what must not be lost, or nothing better could be opened by this sign-in. */
  const mayGoOn = ({ opened, account }: ActiveSession, session: Session): boolean =>
    opened.forVisit &&
    account?.id === session.accountId &&
    (session.method === 'sms' || hasUnfinished(opened.cache));

  /** The visit goes on in its cache under the new session. */
  async function goOn(active: ActiveSession, { token, method }: Session): Promise<SessionView> {
    Object.assign(active, { token, method, mode: 'online' });
    visit.locked = null;
    await recovery.reopen(active, () => active.opened, null);
    return view();
  }

  /** Goes on after the operator has accepted a sign-in. */
  async function accepted(session: Session, password: string | null, trying?: KeyTry): Promise<SessionView> {
    const { phone } = session;
    const files = await filesOf(phone);
    const secret = () => (password === null ? null : keepSecret(password));
    if (session.passwordState === 'temporary') {
      await leave();
      state = { phase: 'password-change', session, files, password: null };
      return changed();
    }
    if (state.phase === 'signed-in' && mayGoOn(state, session)) return goOn(state, session);
    const key =
      password === null
        ? await keyBySms(vault, files)
        : await keyByAcceptedPassword(vault, files, password, environment.clock.now(), trying);
    if (!key) {
      await leave();
      state = { phase: 'cache-locked', session, files, password: secret() };
      return changed();
    }
    return open({ phone, files, key, session, password: null });
  }

  const openByPassword = createPasswordSignIn({
    vault,
    link,
    filesOf,
    open,
    accepted,
    isUsed: (key) => state.phase === 'signed-in' && state.key === key,
  });

  async function signInByPassword(phone: string, password: string): Promise<SessionView> {
    checkMayChange(phone);
    return openByPassword(phone, password);
  }

  async function signInBySms(phone: string, code: string): Promise<SessionView> {
    checkMayChange(phone);
    return accepted(await link.signIn({ method: 'sms', phone, code }), null);
  }

  /** Before the operator is asked: for somebody else what is open here would be closed. */
  function checkMayChange(phone: string): void {
    if (state.phase === 'signed-in' && state.phone !== phone) checkNothingIsLost();
  }

  async function changePassword(password: string, confirmation: string): Promise<SessionView> {
    checkNewPassword(password, confirmation);
    if (state.phase === 'password-change') {
      const { session } = state;
      await link.changePassword(session.token, password);
      return accepted({ ...session, passwordState: 'permanent' }, password);
    }
    const active = requireOpen();
    if (!active.token) throw new CabinetError('session-expired');
    await link.changePassword(active.token, password);
    if (!active.opened.forVisit) await vault.rewrap(active.files, active.key, password);
    return view();
  }

  async function openWithOldPassword(oldPassword: string): Promise<SessionView> {
    if (state.phase !== 'cache-locked') throw new CabinetError('not-available');
    const { session, files, password } = state;
    const key = await keyByOldPassword(vault, files, oldPassword);
    if (password) await vault.rewrap(files, key, password.reveal());
    const opening = { key, path: files.database, forVisit: false };
    return open({ phone: session.phone, files, key: opening, session, password: null });
  }

  async function startNewCache(): Promise<SessionView> {
    if (state.phase !== 'cache-locked') throw new CabinetError('not-available');
    const { session, files, password } = state;
    const at = environment.clock.now();
    setAllAside(files.database, 'locked', at);
    setAside(files.keyFile, 'locked', at);
    return accepted(session, password?.reveal() ?? null);
  }

  /** Hides the account at once: what is under way may wait for the operator for a minute. */
  function cover(): void {
    if (state.phase !== 'signed-in' || visit.locked) return;
    visit.locked = { phone: state.phone, unsent: holdsCommands(state) };
    changed();
  }

  /**
   * Closes the account until the next sign-in; the operator's session goes on. A visit's cache with commands on
   * their way stays open, unseen, until they are answered: its key opens it once only.
   */
  async function lock(): Promise<SessionView> {
    if (state.phase === 'signed-out') return view();
    const phone = state.phase === 'signed-in' ? state.phone : state.session.phone;
    const unsent = holdsCommands(state);
    const closed = unsent ? null : close();
    visit.locked = { phone, unsent };
    changed();
    await closed;
    return view();
  }

  async function signOut(): Promise<SessionView> {
    const ending = state;
    checkNothingIsLost();
    const token = 'token' in ending ? ending.token : 'session' in ending ? ending.session.token : null;
    if ('files' in ending) forgetSession(ending.files);
    const told = token ? link.signOut(token) : Promise.resolve();
    await close();
    await told;
    return changed();
  }

  return {
    view,
    client,
    /** What the operator says to the session's token. @throws CabinetError session-expired, operator-unreachable */
    ask: <Answer>(work: (token: string) => Promise<Answer>) => askOperator(context(), requireOpen(), work),
    active: requireOpen,
    isActive: (): boolean => state.phase === 'signed-in' && !visit.locked,
    /** A reading has met damage in the open cache. */
    onDamage(): void {
      if (state.phase === 'signed-in') recovery.onDamage(state.opened.cache);
    },
    /** Looks at the file of the open cache, which another process found damaged, and replaces it when it is. */
    async checkCache(): Promise<void> {
      const { opened } = requireOpen();
      if (!(await checkFile(opened.path, opened.keyHex))) recovery.onDamage(opened.cache);
    },
    /** Goes on from a copy of the cache, which was found sound; null: from an empty one. */
    restoreBackup: (name: string | null) => exclusive(() => recovery.restore(requireOpen(), name)),
    signInByPassword: (phone: string, password: string) => exclusive(() => signInByPassword(phone, password)),
    requestSmsCode: (phone: string) => link.requestSmsCode(phone),
    signInBySms: (phone: string, code: string) => exclusive(() => signInBySms(phone, code)),
    async recoverPassword(phone: string) {
      const answer = await link.recoverPassword(phone);
      visit.temporaryPasswordSent = true;
      changed();
      return answer;
    },
    changePassword: (password: string, confirmation: string) =>
      exclusive(() => changePassword(password, confirmation)),
    openWithOldPassword: (password: string) => exclusive(() => openWithOldPassword(password)),
    startNewCache: () => exclusive(startNewCache),
    signOut: () => exclusive(signOut),
    lock(): Promise<SessionView> {
      cover();
      return exclusive(lock);
    },
    setSchedule(changed: CoreConfig): void {
      schedule = scheduleOf(changed);
      if (state.phase === 'signed-in') state.sync.setSchedule(schedule);
    },
    checkNothingIsLost,
    /** Ends the visit without telling the operator: the kept session may go on after a restart. */
    close: () => exclusive(close),
  };
}
