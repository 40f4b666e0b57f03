/** Reads rows `offset … offset + limit` in the order of the screen. */
export type FetchRows<Row> = (offset: number, limit: number) => Promise<readonly Row[]>;

export type PageCacheOptions<Row> = {
  fetchRows: FetchRows<Row>;
  rowCount: number;
  /** Told after every change that a screen could show. */
  onChange: () => void;
  pageSize?: number;
  /** Pages kept; the least recently used go first. */
  maxPages?: number;
  /** Requests on the way at once: enough for fast scrolling, few enough that a jump does not wait long behind them. */
  concurrency?: number;
};

/** How many of its last steps a scrolling view is followed ahead; more pages than these are no step but a jump. */
const STEPS_AHEAD = 8;
const LONGEST_STEP = 32;

const UNREAD = new Error('rows not read');

type Page<Row> = { rows: readonly Row[]; generation: number };

/**
 * Rows of a long list, taken in by pages around what is looked at.
 * Rows of an older generation stay on the screen until the new ones arrive, so a refresh does not blink.
 */
export class PageCache<Row> {
  readonly #fetchRows: FetchRows<Row>;
  readonly #onChange: () => void;
  readonly #pageSize: number;
  readonly #maxPages: number;
  readonly #concurrency: number;
  readonly #pages = new Map<number, Page<Row>>();
  readonly #running = new Map<number, number>();
  readonly #failed = new Map<number, unknown>();
  /** Pages in the order in which they are needed; the first `#looked` of them are looked at. */
  #wanted: readonly number[] = [];
  #looked = 0;
  #first: number | null = null;
  #rowCount: number;
  #generation = 0;

  constructor(options: PageCacheOptions<Row>) {
    this.#fetchRows = options.fetchRows;
    this.#onChange = options.onChange;
    this.#rowCount = options.rowCount;
    this.#pageSize = options.pageSize ?? 50;
    this.#maxPages = options.maxPages ?? 200;
    this.#concurrency = options.concurrency ?? 4;
  }

  /** The row when it is here. Rows past the end are never here. */
  row(index: number): Row | undefined {
    if (index < 0 || index >= this.#rowCount) return undefined;
    return this.#pages.get(Math.floor(index / this.#pageSize))?.rows[index % this.#pageSize];
  }

  /** The first fault among the pages that are looked at, or null. */
  get failure(): unknown {
    for (const page of this.#wanted) {
      if (this.#failed.has(page)) return this.#failed.get(page) ?? UNREAD;
    }
    return null;
  }

  /**
   * Says which rows are looked at (`last` excluded); their pages are read first, then those where scrolling
   * goes, then one where it comes from. Called for every step of the view.
   */
  want(first: number, last: number): void {
    const step = first - (this.#first ?? first);
    const { failure } = this;
    this.#first = first;
    const looked = this.#pagesOf(first, last);
    this.#looked = looked.length;
    this.#wanted = [...new Set([...looked, ...this.#pagesAround(first, last, step)])];
    for (const page of [...this.#wanted].reverse()) this.#touch(page);
    this.#pump();
    if (this.failure !== failure) this.#onChange();
  }

  /** Pages of those of these rows that there are. */
  #pagesOf(first: number, last: number): number[] {
    const to = Math.floor((Math.min(last, this.#rowCount) - 1) / this.#pageSize);
    const pages: number[] = [];
    for (let page = Math.floor(Math.max(0, first) / this.#pageSize); page <= to; page++) pages.push(page);
    return pages;
  }

  /**
   * Where more such steps lead, without what steps longer than the view leave out. Shorter ones, and jumps, may as well
   * turn: the pages beside.
   */
  #pagesAround(first: number, last: number, step: number): number[] {
    const pages: number[] = [];
    const length = Math.abs(step);
    const isJump = length > LONGEST_STEP * this.#pageSize;
    for (let at = 1; at <= STEPS_AHEAD && !isJump; at++) {
      pages.push(...this.#pagesOf(first + at * step, last + at * step));
    }
    if (length <= last - first || isJump) {
      const below = this.#pagesOf(last - 1 + this.#pageSize, last + this.#pageSize);
      const above = this.#pagesOf(first - this.#pageSize, first + 1 - this.#pageSize);
      pages.push(...(step < 0 ? [...above, ...below] : [...below, ...above]));
    }
    return pages;
  }

  /** Tries the failed pages again. */
  retry(): void {
    this.#failed.clear();
    this.#pump();
    this.#onChange();
  }

  /** The data behind has changed: everything is read again, and shown as it was until then. */
  refresh(rowCount: number): void {
    this.#generation++;
    this.#rowCount = rowCount;
    this.#failed.clear();
    this.#running.clear();
    this.#wanted = this.#wanted.filter((page) => page * this.#pageSize < rowCount);
    this.#pump();
    this.#onChange();
  }

  /** Nobody looks: no further request begins until rows are wanted again. */
  rest(): void {
    this.#wanted = [];
  }

  #touch(page: number): void {
    const held = this.#pages.get(page);
    if (!held) return;
    this.#pages.delete(page);
    this.#pages.set(page, held);
  }

  #pump(): void {
    for (const page of this.#wanted) {
      if (this.#running.size >= this.#concurrency) return;
      const fresh = this.#pages.get(page)?.generation === this.#generation;
      if (!fresh && !this.#running.has(page) && !this.#failed.has(page)) void this.#load(page);
    }
  }

  async #load(page: number): Promise<void> {
    const generation = this.#generation;
    this.#running.set(page, generation);
    const offset = page * this.#pageSize;
    const limit = Math.min(this.#pageSize, this.#rowCount - offset);
    let outcome: { rows: readonly Row[] } | { fault: unknown };
    try {
      outcome = { rows: await this.#fetchRows(offset, limit) };
    } catch (fault) {
      outcome = { fault };
    }
    if (generation !== this.#generation) return;
    this.#running.delete(page);
    if ('rows' in outcome) {
      this.#pages.delete(page);
      this.#pages.set(page, { rows: outcome.rows, generation });
      this.#evict();
    } else {
      this.#failed.set(page, outcome.fault);
    }
    this.#pump();
    // A page that was read ahead is shown when the view comes to it.
    if (!('rows' in outcome) || this.#wanted.indexOf(page) < this.#looked) this.#onChange();
  }

  #evict(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= this.#maxPages) return;
      if (!this.#wanted.includes(page)) this.#pages.delete(page);
    }
  }
}
