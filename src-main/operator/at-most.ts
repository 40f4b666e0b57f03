/** Waits for work, but not longer than that; its failure is the caller's too. */
export async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    // A failure after the wait is met by the next request; here it is only kept from being unhandled.
    work.catch(() => undefined);
  }
}
