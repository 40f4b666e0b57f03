import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../src-shared/operator-api/endpoints';
import { feedNames } from '../../../src-shared/operator-api/feeds';
import { openApiDocument, openApiText } from './document';

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(openApiText());
    expect(result).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('has every endpoint of the table once', () => {
    const operations = Object.values(openApiDocument().paths ?? {}).flatMap((path) =>
      Object.values(path as Record<string, { operationId?: string }>).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(Object.keys(endpoints).sort());
  });

  it('tells of every feed which headers its pages have', () => {
    const { paths } = openApiDocument();
    for (const feed of feedNames) {
      const answer = paths?.[`/v1/${feed}`]?.get?.responses?.['200'] as { headers: object };
      expect({ feed, headers: Object.keys(answer.headers) }).toEqual({
        feed,
        headers: ['server-time', 'next-cursor', 'feed-more'],
      });
    }
  });

  it('is committed as it is: after a change of the contract run `node scripts/openapi.mjs`', () => {
    const file = join(import.meta.dirname, '../../../docs/operator-api/openapi.json');
    expect(readFileSync(file, 'utf8')).toBe(openApiText());
  });
});
