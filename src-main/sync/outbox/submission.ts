import type { Submission } from '../../../src-shared/bridge/commands';
import type { CommandKind } from '../../../src-shared/operator-api/commands';

/** Parts of bodies that are shown and searched nowhere and wiped when the command is finished. */
const secretFields: Partial<Record<CommandKind, readonly string[]>> = { 'change-sip-password': ['password'] };

export type SplitBody = {
  payload: Record<string, unknown>;
  secret: Record<string, unknown> | null;
  subscriberId: number | null;
};

/** Separates a body into what the journal may show and what it may not. */
export function splitBody({ kind, body }: Submission): SplitBody {
  const fields = secretFields[kind] ?? [];
  const entries = Object.entries(body);
  const secret = entries.filter(([field]) => fields.includes(field));
  const payload = entries.filter(([field]) => !fields.includes(field));
  return {
    payload: Object.fromEntries(payload),
    secret: secret.length > 0 ? Object.fromEntries(secret) : null,
    subscriberId: 'subscriberId' in body ? body.subscriberId : null,
  };
}
