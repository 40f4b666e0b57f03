import type { ZodType } from 'zod';
import { createDocument, type ZodOpenApiOperationObject } from 'zod-openapi';
import {
  accountSchema,
  connectedServiceSchema,
  deliverySchema,
  packageBalanceSchema,
  subscriberSchema,
  tariffPlanSchema,
} from '../../../src-shared/domain/account';
import {
  chargeLineSchema,
  invoiceSchema,
  paymentSchema,
  subscriberChargesSchema,
  usageKeySchema,
} from '../../../src-shared/domain/billing';
import { cdrSchema } from '../../../src-shared/domain/cdr';
import {
  API_PREFIX,
  type Endpoint,
  endpoints,
  IDEMPOTENCY_HEADER,
  LINES_TYPE,
  SERVER_TIME_HEADER,
} from '../../../src-shared/operator-api/endpoints';
import { feedQuerySchema, MORE_HEADER, NEXT_CURSOR_HEADER } from '../../../src-shared/operator-api/feeds';
import { problemSchema } from '../../../src-shared/operator-api/problems';
import { sessionSchema } from '../../../src-shared/operator-api/sessions';

const DESCRIPTION = `The operator's side of the SIP cabinet. Money is an integer of 1/10000 BYN, an instant is epoch
milliseconds UTC, a duration is seconds, days and months are of Europe/Minsk. Every refusal is an RFC 9457 problem
with a stable code. Small answers that are asked for again and again have an ETag: «If-None-Match» gets an empty 304
while nothing has changed; the time in its head is current. Commands carry an ${IDEMPOTENCY_HEADER}: a repeated key gets the first answer. Collections are
followed with opaque cursors: a page says where it ended, the next request begins there, and an item that changes
comes again under its key. A cursor that is too old is refused with 410 «resync-required». Calls of finished months may
also be had as files, which are pages of their feed, one a line (NDJSON).`;

const components: Record<string, ZodType> = {
  Account: accountSchema,
  Cdr: cdrSchema,
  ChargeLine: chargeLineSchema,
  ConnectedService: connectedServiceSchema,
  Delivery: deliverySchema,
  Invoice: invoiceSchema,
  PackageBalance: packageBalanceSchema,
  Payment: paymentSchema,
  Problem: problemSchema,
  Session: sessionSchema,
  Subscriber: subscriberSchema,
  SubscriberCharges: subscriberChargesSchema,
  TariffPlan: tariffPlanSchema,
  UsageKey: usageKeySchema,
};

const header = (description: string, schema: { type: 'string' | 'integer' }) => ({ description, schema });
const serverTime = { [SERVER_TIME_HEADER]: header('The operator’s time, epoch ms', { type: 'integer' }) };

/** «/x/:id» of the table is «/x/{id}» in OpenAPI. */
const openApiPath = (path: string): string => API_PREFIX + path.replace(/:(\w+)/g, '{$1}');
const pathParameters = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

function parameters(endpoint: Endpoint) {
  const inPath = pathParameters(endpoint.path).map((name) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' as const },
  }));
  if (endpoint.tagged) {
    const tag = {
      name: 'if-none-match',
      in: 'header' as const,
      description: 'ETag of the answer that the client has.',
      schema: { type: 'string' as const },
    };
    return [...inPath, tag];
  }
  if (!endpoint.command) return inPath;
  const key = {
    name: IDEMPOTENCY_HEADER,
    in: 'header' as const,
    required: true,
    description: 'Names the command: the same key and body get the first answer, another body is refused.',
    schema: { type: 'string' as const, minLength: 8, maxLength: 100 },
  };
  return [...inPath, key];
}

/** Of a stream, the schema is that of each line. */
const contentType = ({ lines }: Endpoint): string => (lines ? LINES_TYPE : 'application/json');

function operation(name: string, endpoint: Endpoint): ZodOpenApiOperationObject {
  const isFeed = endpoint.query === feedQuerySchema;
  const feedHeaders = {
    [NEXT_CURSOR_HEADER]: header('Cursor of the page, as in its body', { type: 'string' }),
    [MORE_HEADER]: header('«1» when there is more', { type: 'string' }),
  };
  const tagHeader = { etag: header('Names this state of the answer', { type: 'string' }) };
  const status = endpoint.answer === null ? '204' : name === 'createSession' ? '201' : '200';
  const given = parameters(endpoint);
  return {
    operationId: name,
    summary: endpoint.summary,
    security: endpoint.secured ? [{ session: [] }] : [],
    ...(given.length > 0 ? { parameters: given } : {}),
    ...(endpoint.query ? { requestParams: { query: endpoint.query as never } } : {}),
    ...(endpoint.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body } } } }
      : {}),
    responses: {
      [status]: {
        description: endpoint.answer === null ? 'Done' : 'The answer',
        headers: {
          ...serverTime,
          ...(isFeed ? feedHeaders : {}),
          ...(endpoint.tagged ? tagHeader : {}),
        },
        ...(endpoint.answer ? { content: { [contentType(endpoint)]: { schema: endpoint.answer } } } : {}),
      },
      ...(endpoint.tagged
        ? { '304': { description: 'As the client has it', headers: { ...serverTime, ...tagHeader } } }
        : {}),
      default: { $ref: '#/components/responses/Refusal' },
    },
  };
}

/** The OpenAPI 3.1 document of the contract, made from the table that the routes are made from. */
export function openApiDocument() {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, endpoint] of Object.entries(endpoints) as [string, Endpoint][]) {
    const path = openApiPath(endpoint.path);
    paths[path] = { ...paths[path], [endpoint.method]: operation(name, endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'SIP operator API', version: '1.0.0', description: DESCRIPTION },
    servers: [{ url: '/', description: 'The operator' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        session: { type: 'http', scheme: 'bearer', description: 'Token of POST /v1/sessions' },
      },
      responses: {
        Refusal: {
          description: 'A problem of RFC 9457 with a stable code',
          headers: serverTime,
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      },
    },
  });
}

/** The document as it is committed. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;
