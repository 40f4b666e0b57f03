import type { CommandView } from '../../../src-shared/bridge/commands';
import type { CommandKind } from '../../../src-shared/operator-api/commands';
import type { PageName, Route } from '../../state/routes';

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

type SubscriberKind = Exclude<CommandKind, AccountKind | 'open-appeal' | 'answer-appeal'>;

const subscriberPages = {
  'add-service': 'service-list',
  'remove-service': 'service-list',
  'suspend-subscriber': 'suspension',
  'resume-subscriber': 'suspension',
  'change-plan': 'subscriber-plan',
  'cancel-plan-change': 'subscriber-plan',
  'change-channels': 'channels',
  'change-sip-password': 'sip-line',
} as const satisfies Record<SubscriberKind, PageName>;

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
    if (subscriberId === null) {
      return resultId === null
        ? { page: 'feedback', params: {} }
        : { page: 'appeal', params: { appealId: resultId } };
    }
    return resultId === null
      ? { page: 'subscriber-feedback', params: { subscriberId } }
      : { page: 'subscriber-appeal', params: { subscriberId, appealId: resultId } };
  }
  if (subscriberId === null) return { page: 'admin-menu', params: {} };
  return { page: subscriberPages[kind as SubscriberKind], params: { subscriberId } };
}
