import { expect, it } from 'vitest';
import { respond } from './answers';

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{}\n');
  throw new Error('the disk is gone');
}

it.each(['gzip', null])('breaks off lines that cannot be made, and says why (%s)', async (acceptEncoding) => {
  const errors: unknown[] = [];
  const answer = { status: 200, text: null, lines: breaking() };
  const response = await respond(answer, 1, acceptEncoding, (error) => errors.push(error));
  await expect(response.arrayBuffer()).rejects.toThrow('the disk is gone');
  expect(errors).toEqual([new Error('the disk is gone')]);
});
