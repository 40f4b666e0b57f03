import type { PageFacts } from '../../src-shared/bridge/page-facts';

/** What the program has written into this page. */
export function readPageFacts(): PageFacts {
  const written = document.querySelector<HTMLMetaElement>('meta[name="facts"]');
  if (!written) throw new Error('the page has no facts');
  return JSON.parse(written.content) as PageFacts;
}
