import type { Instant } from '../../src-shared/domain/period';
import type { EndpointName } from '../../src-shared/operator-api/endpoints';

/** Asked for by every sync, and the same most of the time. */
const KEPT: readonly EndpointName[] = ['getFeedHeads', 'getAccount'];

type Known = { token: string; tag: string; answer: object };

/** The last answers with a tag: as long as the operator says that they hold, they need not travel again. */
export function createKnownAnswers() {
  const answers = new Map<EndpointName, Known>();
  return {
    /** Tag to ask with; null when nothing of this session is kept. Another session may be of another account. */
    tagOf(name: EndpointName, token: string | null | undefined): string | null {
      const known = answers.get(name);
      return known && known.token === token ? known.tag : null;
    },
    keep(name: EndpointName, token: string | null | undefined, headers: Headers, answer: unknown): void {
      const tag = headers.get('etag');
      if (!KEPT.includes(name) || !token || typeof answer !== 'object' || answer === null) return;
      if (tag) answers.set(name, { token, tag, answer });
      else answers.delete(name);
    },
    /** The kept answer, as of now. */
    again(name: EndpointName, serverTime: Instant): object | undefined {
      const known = answers.get(name);
      return known && { ...known.answer, serverTime };
    },
  };
}
