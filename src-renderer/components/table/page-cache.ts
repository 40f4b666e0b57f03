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
  /** Requests on the way at once; more only make the page that is looked at wait. */
  concurrency?: number;
};

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
  #wanted: readonly number[] = [];
  #rowCount: number;
  #generation = 0;

  constructor(options: PageCacheOptions<Row>) {
    this.#fetchRows = options.fetchRows;
    this.#onChange = options.onChange;
    this.#rowCount = options.rowCount;
    this.#pageSize = options.pageSize ?? 200;
    this.#maxPages = options.maxPages ?? 50;
    this.#concurrency = options.concurrency ?? 2;
  }

  /** The row when it is here. Rows past the end are never here. */
  row(index: number): Row | undefined {
    if (index < 0 || index >= this.#rowCount) return undefined;
    return this.#pages.get(Math.floor(index / this.#pageSize))?.rows[index % this.#pageSize];
  }

  /** The first fault among the pages that are looked at, or null. */
  get failure(): unknown {
    for (const page of this.#wanted) {
      if (this.#failed.has(page)) return this.#failed.get(page) ?? new Error('rows not read');
    }
    return null;
  }

  /** Says which rows are looked at (`last` excluded); their pages are read first, then the neighbours. */
  want(first: number, last: number): void {
    const lastPage = Math.floor(Math.max(0, this.#rowCount - 1) / this.#pageSize);
    const from = Math.min(lastPage, Math.floor(Math.max(0, first) / this.#pageSize));
    const to = Math.min(lastPage, Math.floor(Math.max(first, last - 1) / this.#pageSize));
    const wanted: number[] = [];
    if (this.#rowCount > 0) {
      for (let page = from; page <= to; page++) wanted.push(page);
      if (to < lastPage) wanted.push(to + 1);
      if (from > 0) wanted.push(from - 1);
    }
    this.#wanted = wanted;
    for (const page of [...wanted].reverse()) this.#touch(page);
    this.#pump();
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
    this.#onChange();
  }

  #evict(): void {
    for (const page of this.#pages.keys()) {
      if (this.#pages.size <= this.#maxPages) return;
      if (!this.#wanted.includes(page)) this.#pages.delete(page);
    }
  }
}
