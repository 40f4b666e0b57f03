import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { API_PREFIX, SERVER_TIME_HEADER } from '../../../src-shared/operator-api/endpoints';
import { feedNames, MORE_HEADER, NEXT_CURSOR_HEADER } from '../../../src-shared/operator-api/feeds';
import { readAnswers } from '../lib/recorded-pages';
import { answer, taskInput } from '../lib/task';

/** An operator whose answers cost nothing: it replays recorded ones from memory, gzipped as they came. */
export type Replay = { url: string };

const { folder } = taskInput<{ folder: string }>();
const answers = readAnswers(folder);
type Ready = { body: Buffer; headers: Record<string, string> };
const pages = new Map<string, Ready>();
for (const feed of feedNames) {
  for (const { since, file, cursor, more } of answers.feeds[feed]) {
    pages.set(`/${feed} ${since ?? ''}`, {
      body: readFileSync(join(folder, file)),
      headers: { 'content-encoding': 'gzip', [NEXT_CURSOR_HEADER]: cursor, [MORE_HEADER]: more ? '1' : '0' },
    });
  }
}
const json = (value: object): Ready => ({ body: Buffer.from(JSON.stringify(value)), headers: {} });
const others: Record<string, Ready> = {
  '/sessions': json(answers.session),
  '/account': json(answers.account),
  '/feed-heads': json(answers.heads),
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
  const found = others[path] ?? pages.get(`${path} ${searchParams.get('since') ?? ''}`);
  if (found) send(response, path === '/sessions' ? 201 : 200, found);
  else send(response, 404, json({}));
});
server.listen(0, '127.0.0.1', () =>
  answer({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` } satisfies Replay),
);
