/**
 * Structured clone over JSON text, shared by the page and the main process.
 * What Electron would refuse to clone is refused here with the same words.
 */
type Encoded = unknown;

const REFUSAL = 'An object could not be cloned.';

export function encode(value: unknown): string {
  return JSON.stringify(pack(value, new Set())) ?? '{"$":"undefined"}';
}

export function decode(text: string): unknown {
  return unpack(JSON.parse(text));
}

const tag = (kind: string, value?: unknown): Encoded => ({ $: kind, v: value });

function pack(value: unknown, path: Set<object>): Encoded {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : tag('number', String(Object.is(value, -0) ? '-0' : value));
    case 'undefined':
      return tag('undefined');
    case 'bigint':
      return tag('bigint', String(value));
    case 'object':
      return value === null ? null : packObject(value, path);
    default:
      throw new Error(REFUSAL);
  }
}

function packObject(value: object, path: Set<object>): Encoded {
  // Cycles could be cloned by Electron; nothing here has any, and a loud refusal beats a silent loop.
  if (path.has(value)) throw new Error(REFUSAL);
  path.add(value);
  try {
    return packKind(value, path);
  } finally {
    path.delete(value);
  }
}

function packKind(value: object, path: Set<object>): Encoded {
  if (Array.isArray(value)) return value.map((item) => pack(item, path));
  if (value instanceof Date) return tag('date', value.getTime());
  if (value instanceof Map)
    return tag(
      'map',
      [...value].map(([k, v]) => [pack(k, path), pack(v, path)]),
    );
  if (value instanceof Set)
    return tag(
      'set',
      [...value].map((item) => pack(item, path)),
    );
  if (value instanceof RegExp) return tag('regexp', [value.source, value.flags]);
  if (value instanceof Error) return tag('error', [value.name, value.message, value.stack]);
  if (value instanceof ArrayBuffer) return tag('bytes', ['ArrayBuffer', base64(new Uint8Array(value))]);
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return tag('bytes', [
      value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name,
      base64(bytes),
    ]);
  }
  const refused =
    value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet || isNode(value);
  if (refused) throw new Error(REFUSAL);
  const entries = Object.entries(value).map(([key, item]) => [key, pack(item, path)] as const);
  return '$' in value ? tag('object', entries) : Object.fromEntries(entries);
}

function isNode(value: object): boolean {
  const scope = globalThis as { Node?: new () => object };
  return scope.Node !== undefined && value instanceof scope.Node;
}

function unpack(value: Encoded): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unpack);
  const record = value as Record<string, unknown>;
  if ('$' in record) return unpackTagged(record.$ as string, record.v);
  for (const key of Object.keys(record)) record[key] = unpack(record[key]);
  return record;
}

function unpackTagged(kind: string, value: unknown): unknown {
  const list = value as unknown[];
  switch (kind) {
    case 'number':
      return Number(value);
    case 'bigint':
      return BigInt(value as string);
    case 'date':
      return new Date(value as number);
    case 'map':
      return new Map((list as unknown[][]).map(([k, v]) => [unpack(k), unpack(v)]));
    case 'set':
      return new Set(list.map(unpack));
    case 'regexp':
      return new RegExp(list[0] as string, list[1] as string);
    case 'object':
      return Object.fromEntries((list as [string, unknown][]).map(([k, v]) => [k, unpack(v)]));
    case 'error': {
      const error = new Error(list[1] as string);
      return Object.assign(error, { name: list[0], stack: list[2] });
    }
    case 'bytes':
      return viewOf(list[0] as string, fromBase64(list[1] as string));
    default:
      return undefined;
  }
}

function viewOf(name: string, bytes: Uint8Array): unknown {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  if (name === 'ArrayBuffer') return buffer;
  const View = (globalThis as unknown as Record<string, new (data: ArrayBufferLike) => unknown>)[name];
  return View ? new View(buffer) : bytes;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
