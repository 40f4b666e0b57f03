/** Keys of the ledger under which the account's desk keeps where it stands; forgotten with the demo data. */
export const DESK_META = {
  /** The time up to which everything that comes with time is done. */
  doneAt: 'desk-done-at',
  nextAt: 'desk-next-at',
  /** The latest time at which anything was done or asked for: earlier than this, the clock was set back. */
  latestAt: 'desk-latest-at',
  /** Invoices formed after this go out by letter; earlier ones are history. */
  lettersFrom: 'desk-letters-from',
} as const;
