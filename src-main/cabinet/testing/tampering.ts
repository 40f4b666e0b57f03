import type { FeedPage } from '../../../src-shared/operator-api/feeds';

/** Test equipment: real HTTP with something done to chosen answers. */
export function tampering(tamper: (url: URL, response: Response) => Response | Promise<Response>) {
  const requests: string[] = [];
  const tampered: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    requests.push(`${request.method} ${url.pathname}`);
    return tamper(url, await fetch(request));
  };
  return { fetch: tampered, requests };
}

/** The answer with another page of calls in it. */
export async function rewritten(
  response: Response,
  change: (page: FeedPage<'cdrs'>) => unknown,
): Promise<Response> {
  const page = (await response.json()) as FeedPage<'cdrs'>;
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  return new Response(JSON.stringify(change(page)), { status: response.status, headers });
}
