import type { CommandView } from '../../../src-shared/bridge/commands';
import type { CommandKind } from '../../../src-shared/operator-api/commands';
import type { Route } from '../../state/routes';

type AccountKind = Extract<
  CommandKind,
  | 'register-payment'
  | 'order-invoice-email'
  | 'order-invoice-file'
  | 'change-delivery'
  | 'order-cdr-email'
  | 'order-charges-email'
  | 'change-call-centre'
>;

const accountRoutes: Record<AccountKind, Route> = {
  'register-payment': { page: 'guarantees', params: {} },
  'order-invoice-email': { page: 'invoice-email', params: {} },
  'order-invoice-file': { page: 'invoice-file', params: {} },
  'change-delivery': { page: 'delivery', params: {} },
  'order-cdr-email': { page: 'cdr-email', params: {} },
  'order-charges-email': { page: 'charges-email', params: {} },
  'change-call-centre': { page: 'call-centre', params: {} },
};

/** The page that a command was made on; there it can be made again, and its result is seen. */
export function commandRoute(
  command: Pick<CommandView, 'kind' | 'subscriberId' | 'body' | 'resultId'>,
): Route {
  const { kind, subscriberId, body, resultId } = command;
  if (kind in accountRoutes) return accountRoutes[kind as AccountKind];
  if (kind === 'answer-appeal' && typeof body.appealId === 'number') {
    return { page: 'appeal', params: { appealId: body.appealId } };
  }
  if (kind === 'open-appeal' || kind === 'answer-appeal') {
    if (resultId !== null) return { page: 'appeal', params: { appealId: resultId } };
    return subscriberId === null
      ? { page: 'feedback', params: {} }
      : { page: 'subscriber-feedback', params: { subscriberId } };
  }
  if (subscriberId === null) return { page: 'admin-menu', params: {} };
  const page =
    kind === 'change-plan' || kind === 'cancel-plan-change' ? 'subscriber-plan' : 'subscriber-services';
  return { page, params: { subscriberId } };
}
