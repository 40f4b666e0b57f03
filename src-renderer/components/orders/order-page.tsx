import type { ReactNode } from 'react';
import type { CommandView, Submission } from '../../../src-shared/bridge/commands';
import type { Order } from '../../../src-shared/domain/requests';
import type { CommandBody } from '../../../src-shared/operator-api/commands';
import { useT } from '../../i18n/use-t';
import { useCommandFlow, usePending } from '../../state/commands';
import { OfflineNote, PendingNotice } from '../command/notes';
import { CommandStage } from '../command/outcome';
import { AsOf } from '../freshness';
import { Page } from '../page';
import { PageButtons } from '../page-buttons';
import { ErrorState } from '../states';
import { FormingNote, useForming } from './forming-note';
import { useOrderAddress } from './order-address';
import { OrderList } from './order-list';
import { useFollowedOrders, useOrders } from './use-orders';

/** What the form of an order gets. */
export type OrderForm<Kind extends Order['kind']> = {
  /** Orders are not taken now (guide §2.3). */
  closed: boolean;
  busy: boolean;
  /** Where it is going to be sent; null: not known here. */
  address: string | null;
  send: (body: CommandBody<`order-${Kind}`>) => void;
};

/** What came of an order; `order` is null until the operator's list with it is here. */
type Ordered = { command: CommandView; order: Order | null; address: string };

type OrderPageProps<Kind extends Order['kind']> = {
  kind: Kind;
  intro?: string | undefined;
  /** The form; its draft is kept under `order-…`, the name of the command. */
  children: (form: OrderForm<Kind>) => ReactNode;
  done: (made: Ordered) => ReactNode;
  /** «Назад» from what came of the order; by default to the form. */
  onBack?: () => void;
  /** Without the orders made before. */
  unlisted?: boolean;
  /** Ends the page. */
  after?: ReactNode;
};

/** A page on which a document is ordered: rules said beforehand, the form, its outcome, earlier orders (guide §2.3). */
export function OrderPage<Kind extends Order['kind']>(props: OrderPageProps<Kind>) {
  const { kind, unlisted = false } = props;
  const t = useT();
  const command = `order-${kind}` as const;
  const flow = useCommandFlow(command);
  const orders = useOrders(kind);
  const pending = usePending([command]);
  const madeId = flow.phase === 'accepted' ? (flow.command?.resultId ?? null) : null;
  useFollowedOrders(orders.items, madeId);
  const address = useOrderAddress(madeId);
  const form: OrderForm<Kind> = {
    closed: useForming(),
    busy: flow.phase === 'storing',
    address,
    send: (body) => flow.send({ kind: command, body } as Submission),
  };
  const back = <PageButtons back={props.onBack ?? flow.reset} />;
  return (
    <Page title={t(`pages.${kind}`)} intro={props.intro} actions={<AsOf at={orders.data?.asOf} />}>
      <OfflineNote />
      <FormingNote />
      <PendingNotice commands={pending} />
      <CommandStage
        flow={flow}
        meanwhile={back}
        done={(accepted) => (
          <>
            {props.done({
              command: accepted,
              order: orders.items?.find(({ id }) => id === madeId) ?? null,
              address: address ?? '',
            })}
            {back}
          </>
        )}
      >
        {props.children(form)}
      </CommandStage>
      {orders.error && <ErrorState error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.items && !unlisted && <OrderList kind={kind} orders={orders.items} />}
      {props.after}
    </Page>
  );
}
