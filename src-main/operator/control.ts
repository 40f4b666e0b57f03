import type { Instant, YearMonth } from '../../src-shared/domain/period';
import type { DemoSize } from './demo/sizes';
import type { OperatorFaults } from './faults';
import type { Attachment, PostItem } from './post/post-office';

export type OperatorState = {
  url: string;
  online: boolean;
  operatorTime: Instant;
  /** Milliseconds that the operator's clock is ahead of the real one; 0 when it is the real one. */
  clockOffsetMs: number;
  size: DemoSize;
  seed: number;
  demoAccount: { phone: string; password: string; email: string };
  faults: OperatorFaults;
  /** The company's planned payments do not come. */
  paymentsHeld: boolean;
};

/** Switches of the embedded operator: for the demo panel and for tests, never for a client of its API. */
export type OperatorControl = {
  getState(): OperatorState;
  /**
   * The operator's time goes on from this instant; null is the real time again. Time that leaves the kept
   * history makes the demo data anew, and cursors of the old data are then refused with «resync-required».
   * @throws RangeError before the account was opened.
   */
  setClock(instant: Instant | null): Promise<void>;
  /** Makes the demo data anew; passwords, sessions and the post stay. */
  setSize(size: DemoSize): Promise<void>;
  setFaults(faults: Partial<OperatorFaults>): Promise<void>;
  /** Ends every session as if its time were up. */
  expireTokens(): void;
  /** Adds calls of a month that nobody had recorded yet. */
  addLateCdrs(count: number, month: YearMonth): Promise<void>;
  /** Rates charged records of a month anew. */
  correctCdrs(count: number, month: YearMonth): Promise<void>;
  /** Pays what is to be paid of the latest invoice. @returns the amount, 0 when nothing was due. */
  payInvoice(): Promise<number>;
  /**
   * Holds the company's planned payments back, or lets them come again; what should have come in the meantime
   * is then paid at once.
   */
  holdPayments(held: boolean): Promise<void>;
  /** Waits until everything of this time is done: charges, invoices and payments booked, documents sent. */
  settle(): Promise<void>;
  /** Newest first. */
  listMail(): PostItem[];
  listSms(): PostItem[];
  markRead(id: number): void;
  getAttachment(id: number, index: number): Attachment | null;
  /** @returns what ends the telling. */
  onPost(listener: (kind: 'mail' | 'sms') => void): () => void;
};
