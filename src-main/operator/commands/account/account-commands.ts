import type { Instant } from '../../../../src-shared/domain/period';
import { ruleNames } from '../../../../src-shared/domain/rules';
import type { InvoiceBook } from '../../billing/invoice-book';
import { CALLS_MAX, type DocumentSource } from '../../documents/document-source';
import type { SubscriberFacts } from '../../ledger/subscriber-facts';
import { Refusal } from '../../problems';
import type { AccountCommand, CommandCall, CommandHandler, CommandHandlers } from '../types';
import type { Appeals } from './appeals';
import type { CallCentreDesk } from './call-centre';
import { addressesOf, type DeliverySettings } from './delivery';
import type { Guarantees } from './guarantees';
import { checkCdrDays, checkInvoiceMonth, checkNotForming, checkNumbers } from './order-rules';
import type { Orders } from './orders';

/**
 * Commands of the account section. Rules are checked where the command is done, in its transaction: what was
 * allowed a moment ago may not be so after another command.
 */
export function createAccountCommands(options: {
  orders: Orders;
  settings: DeliverySettings;
  guarantees: Guarantees;
  appeals: Appeals;
  callCentre: CallCentreDesk;
  source: DocumentSource;
  invoiceBook: InvoiceBook;
  subscribers(): readonly SubscriberFacts[];
  contactEmail: string;
  isStopped(): boolean;
  /** Told after every command. */
  changed(now: Instant): void;
}): CommandHandlers<AccountCommand> {
  const { orders, settings, guarantees, appeals, callCentre, source, invoiceBook, subscribers } = options;

  const command = <Kind extends AccountCommand>(
    act: (call: CommandCall<Kind>) => number | null,
    prepare?: (call: CommandCall<Kind>) => Promise<void>,
  ): CommandHandler<Kind> => {
    return async (call) => {
      await prepare?.(call);
      return () => {
        // The demo data was made anew in the meantime: this is not for the new one.
        if (options.isStopped()) throw new Refusal('unavailable');
        const id = act(call);
        options.changed(call.now);
        return id;
      };
    };
  };

  const emails = () => addressesOf(settings.current(), options.contactEmail);
  const checkOwn = (numbers: readonly string[], now: Instant) => {
    const own = new Set(
      subscribers()
        .filter(({ connectedAt }) => connectedAt <= now)
        .map(({ number }) => number),
    );
    checkNumbers(numbers, (number) => own.has(number));
  };
  const checkInvoice = (month: string, now: Instant) => {
    checkNotForming(now);
    checkInvoiceMonth(month, invoiceBook.has, now);
  };
  const checkCdrOrder = ({ body, now }: CommandCall<'order-cdr-email'>) => {
    checkNotForming(now);
    checkCdrDays(body.fromDay, body.toDay, now);
    checkOwn(body.numbers, now);
  };

  return {
    'register-payment': command(({ body, now }) => {
      const id = guarantees.register(body, now);
      guarantees.publish(now);
      return id;
    }),

    'order-invoice-email': command(({ body: { month }, now }) => {
      checkInvoice(month, now);
      return orders.add({ kind: 'invoice-email', month, emails: emails() }, now);
    }),

    'order-invoice-file': command(({ body: { month, format }, now }) => {
      checkInvoice(month, now);
      return orders.add({ kind: 'invoice-file', month, format }, now);
    }),

    'order-cdr-email': command(
      (call) => {
        checkCdrOrder(call);
        return orders.add({ kind: 'cdr-email', ...call.body, emails: emails() }, call.now);
      },
      async (call) => {
        checkCdrOrder(call);
        if (!(await source.tooManyCalls(call.body, call.now))) return;
        throw new Refusal('rule-violated', {
          rule: ruleNames.listTooLong,
          field: 'body.numbers',
          detail:
            `В одну детализацию помещается не больше ${CALLS_MAX.toLocaleString('ru')} записей. ` +
            'Выберите меньше номеров или дней',
        });
      },
    ),

    'order-charges-email': command(({ body: { numbers }, now }) => {
      checkNotForming(now);
      if (numbers !== null) checkOwn(numbers, now);
      return orders.add({ kind: 'charges-email', numbers, emails: emails() }, now);
    }),

    'change-delivery': command(({ body, now }) => {
      settings.change(body, now);
      return null;
    }),

    'open-appeal': command(({ body, now }) => {
      const { subscriberId } = body;
      const known = subscribers().some(({ id, connectedAt }) => id === subscriberId && connectedAt <= now);
      if (subscriberId !== null && !known) {
        throw new Refusal('not-found', {
          field: 'body.subscriberId',
          detail: 'Абонент не принадлежит лицевому счету',
        });
      }
      return appeals.open(body, now);
    }),

    'answer-appeal': command(({ body: { appealId, text }, now }) => {
      appeals.answer(appealId, text, now);
      return appealId;
    }),

    'change-call-centre': command(({ body, now }) => {
      callCentre.change(body, now);
      return 1;
    }),
  };
}
