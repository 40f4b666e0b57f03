import { randomUUID } from 'node:crypto';
import type { Instant } from '../../../src-shared/domain/period';
import {
  type CommandAnswer,
  type CommandBody,
  type CommandKind,
  commands,
} from '../../../src-shared/operator-api/commands';
import { type FeedItem, type FeedName, feedHeadsSchema } from '../../../src-shared/operator-api/feeds';
import type { Problem } from '../../../src-shared/operator-api/problems';
import { SESSION_MS } from '../config';
import { type Api, signIn, type TestOperator } from './client';

export type Sent = { id: number | null; problem: null } | { id: null; problem: Problem };

/** A client of a test operator for days on end: it signs in again whenever its session has run out. */
export function createVisitor(operator: TestOperator) {
  let session: { api: Api; from: Instant } | undefined;
  const api = async (): Promise<Api> => {
    const { operatorTime } = operator.control.getState();
    const fits = session && operatorTime >= session.from && operatorTime < session.from + SESSION_MS;
    if (!session || !fits) session = { api: await signIn(operator), from: operatorTime };
    return session.api;
  };
  const send = async <Kind extends CommandKind>(
    kind: Kind,
    body: CommandBody<Kind>,
    key: string = randomUUID(),
  ): Promise<Sent> => {
    const response = await (await api()).call('POST', commands[kind].path, body, { 'idempotency-key': key });
    const answer: unknown = await response.json();
    if (!response.ok) return { id: null, problem: answer as Problem };
    return { id: (answer as CommandAnswer).id, problem: null };
  };
  /** What a feed holds now: the last version of each item. */
  const all = async <Name extends FeedName>(
    name: Name,
    key: (item: FeedItem<Name>) => unknown = (item) => (item as { id: number }).id,
  ): Promise<FeedItem<Name>[]> => {
    await operator.control.settle();
    const { items } = await (await api()).pull(name, 5000);
    return [...new Map(items.map((item) => [key(item), item])).values()];
  };
  /** Cursor of whoever has everything that a feed holds now. */
  const head = async (name: FeedName): Promise<string> => {
    await operator.control.settle();
    const response = await (await api()).call('GET', '/feed-heads');
    return feedHeadsSchema.parse(await response.json()).heads[name];
  };
  return { api, send, all, head };
}
export type Visitor = ReturnType<typeof createVisitor>;
