import type { Handlers } from '../../../src-shared/bridge/contract';
import type { sessionProcedures } from '../../../src-shared/bridge/session';
import type { CabinetSession } from './session';

/** «Вход в аккаунт», «Восстановление пароля», «Изменение пароля», «Выход» (guide §1). */
export function sessionHandlers(session: () => CabinetSession): Handlers<keyof typeof sessionProcedures> {
  return {
    'session.state': () => session().view(),
    'session.signInByPassword': ({ phone, password }) => session().signInByPassword(phone, password),
    'session.requestSmsCode': ({ phone }) => session().requestSmsCode(phone),
    'session.signInBySms': ({ phone, code }) => session().signInBySms(phone, code),
    'session.recoverPassword': ({ phone }) => session().recoverPassword(phone),
    'session.changePassword': ({ password, confirmation }) =>
      session().changePassword(password, confirmation),
    'session.openWithOldPassword': ({ password }) => session().openWithOldPassword(password),
    'session.startNewCache': () => session().startNewCache(),
    'session.signOut': () => session().signOut(),
    'session.lock': () => session().lock(),
  };
}
