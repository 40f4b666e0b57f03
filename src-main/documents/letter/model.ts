import type { Instant } from '../../../src-shared/domain/period';

/** A letter on one or more pages of A4: an application that is printed and signed. */
export type Letter = {
  title: string;
  subject: string;
  organisation: string;
  /** At the upper right: to whom and from whom, a line each. */
  heading: readonly string[];
  paragraphs: readonly string[];
  /** Lines to sign on: what stands before and after the line. */
  signatures: readonly { before: string; after: string }[];
  madeAt: Instant;
};
