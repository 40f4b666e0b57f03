import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { API_PREFIX, SERVER_TIME_HEADER } from '../../../src-shared/operator-api/endpoints';
import {
  type FeedName,
  feedNames,
  MORE_HEADER,
  NEXT_CURSOR_HEADER,
} from '../../../src-shared/operator-api/feeds';
import { type RecordedPage, readAnswers } from '../lib/recorded-pages';
import { answer, taskInput } from '../lib/task';

/** An operator whose answers cost nothing: it replays recorded ones from memory, gzipped as they came. */
export type Replay = { url: string };

const { folder } = taskInput<{ folder: string }>();
const answers = readAnswers(folder);
type Ready = { body: Buffer; headers: Record<string, string> };
const packed = (file: string): Ready => ({
  body: readFileSync(join(folder, file)),
  headers: { 'content-encoding': 'gzip' },
});
const pages = new Map<string, Ready>();
function addPages(feed: FeedName, recorded: readonly RecordedPage[]): void {
  for (const { since, file, cursor, more } of recorded) {
    const { body, headers } = packed(file);
    const following = { [NEXT_CURSOR_HEADER]: cursor, [MORE_HEADER]: more ? '1' : '0' };
    pages.set(`/${feed} ${since ?? ''}`, { body, headers: { ...headers, ...following } });
  }
}
addPages('cdrs', answers.afterMonths);
for (const feed of feedNames) addPages(feed, answers.feeds[feed]);
const months = new Map(answers.months.map(({ month, file }) => [month, packed(file)]));
const json = (value: object): Ready => ({ body: Buffer.from(JSON.stringify(value)), headers: {} });
const others: Record<string, Ready> = {
  '/sessions': json(answers.session),
  '/account': json(answers.account),
  '/feed-heads': json(answers.heads),
  '/month-files': json({
    months: answers.months.map(({ month, since }) => ({ month, since })),
    serverTime: answers.serverTime,
  }),
};

function send(response: ServerResponse, status: number, ready: Ready): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': ready.body.length,
    [SERVER_TIME_HEADER]: String(answers.serverTime),
    ...ready.headers,
  });
  response.end(ready.body);
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://operator');
  const path = pathname.slice(API_PREFIX.length);
  const month = path === '/month-file' ? months.get(searchParams.get('month') ?? '') : undefined;
  const found = month ?? others[path] ?? pages.get(`${path} ${searchParams.get('since') ?? ''}`);
  if (found) send(response, path === '/sessions' ? 201 : 200, found);
  else send(response, 404, json({}));
});
server.listen(0, '127.0.0.1', () =>
  answer({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } satisfies Replay),
);
