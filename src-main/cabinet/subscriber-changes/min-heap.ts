/** Numbers of which the least is at hand: ends of the calls that go on. */
export function createMinHeap() {
  const heap: number[] = [];
  const at = (index: number): number => heap[index] as number;
  const swap = (a: number, b: number): void => {
    const kept = at(a);
    heap[a] = at(b);
    heap[b] = kept;
  };

  return {
    get size() {
      return heap.length;
    },
    /** The least; Infinity when there is none. */
    least: (): number => heap[0] ?? Number.POSITIVE_INFINITY,
    push(value: number): void {
      let index = heap.push(value) - 1;
      while (index > 0) {
        const parent = (index - 1) >> 1;
        if (at(parent) <= at(index)) return;
        swap(parent, index);
        index = parent;
      }
    },
    /** Takes the least away. */
    drop(): void {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      heap[0] = last;
      for (let index = 0; ; ) {
        const left = index * 2 + 1;
        if (left >= heap.length) return;
        const right = left + 1;
        const smaller = right < heap.length && at(right) < at(left) ? right : left;
        if (at(index) <= at(smaller)) return;
        swap(index, smaller);
        index = smaller;
      }
    },
  };
}
