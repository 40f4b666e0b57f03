import type { CommandKind } from '../../src-shared/operator-api/commands';

/**
 * What a command of each kind sets, for its subscriber or the account. Commands that set the same thing reach the
 * operator in the order of submission: an older one that is put off must not undo a newer one. Null: the command adds
 * something of its own and waits for nobody.
 */
const lanes: Record<CommandKind, string | null> = {
  'register-payment': null,
  'order-invoice-email': null,
  'order-invoice-file': null,
  'order-cdr-email': null,
  'order-charges-email': null,
  'open-appeal': null,
  'answer-appeal': null,
  'change-delivery': 'delivery',
  'change-call-centre': 'call-centre',
  'add-service': 'services',
  'remove-service': 'services',
  'change-channels': 'services',
  'suspend-subscriber': 'pause',
  'resume-subscriber': 'pause',
  'change-plan': 'plan',
  'cancel-plan-change': 'plan',
  'change-sip-password': 'sip-password',
};

const laneOf = (table: string): string => {
  const known = Object.entries(lanes).filter(([, lane]) => lane !== null);
  return `CASE ${table}.kind ${known.map(([kind, lane]) => `WHEN '${kind}' THEN '${lane}'`).join(' ')} END`;
};

/** SQL: two rows of the outbox, under these names, set the same thing. */
export const inOneLane = (one: string, other: string): string =>
  `(${laneOf(one)} = ${laneOf(other)} AND ${one}.subscriber_id IS ${other}.subscriber_id)`;
