/** Runs works one after another: two sign-ins at once would open the same cache twice. */
export function createExclusive() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work, work);
    last = result.catch(() => {});
    return result;
  };
}
