import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Node = { files?: Record<string, Node>; offset?: string; size?: number; unpacked?: boolean };

/**
 * Unfolds `app.asar` into a folder of the same name and answers it; unpacked files come from beside the archive.
 * A native module inside the archive is left out on purpose: Electron could not load it from there either.
 */
export function unfoldAsar(archive: string): string {
  const { size, mtimeMs } = statSync(archive);
  const key = createHash('sha256').update(`${archive}:${size}:${mtimeMs}`).digest('hex').slice(0, 16);
  const target = join(tmpdir(), `sip-cabinet-standin-${key}`, 'app.asar');
  if (existsSync(target)) return target;
  const partial = `${target}.${process.pid}`;
  const file = openSync(archive, 'r');
  try {
    const { root, bodyStart } = readHeader(file);
    mkdirSync(partial, { recursive: true });
    unfold(root, partial, `${archive}.unpacked`, (node) => {
      const bytes = Buffer.alloc(node.size ?? 0);
      readSync(file, bytes, 0, bytes.length, bodyStart + Number(node.offset));
      return bytes;
    });
  } finally {
    closeSync(file);
  }
  try {
    renameSync(partial, target);
  } catch {
    // Another start of the same package was quicker.
    rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function readHeader(file: number): { root: Node; bodyStart: number } {
  const sizes = Buffer.alloc(16);
  readSync(file, sizes, 0, 16, 0);
  const headerSize = sizes.readUInt32LE(4);
  const json = Buffer.alloc(sizes.readUInt32LE(12));
  readSync(file, json, 0, json.length, 16);
  return { root: JSON.parse(json.toString('utf8')) as Node, bodyStart: 8 + headerSize };
}

function unfold(node: Node, target: string, unpacked: string, read: (node: Node) => Buffer): void {
  for (const [name, child] of Object.entries(node.files ?? {})) {
    const path = join(target, name);
    const beside = join(unpacked, name);
    if (child.files) {
      mkdirSync(path, { recursive: true });
      unfold(child, path, beside, read);
    } else if (child.unpacked) {
      mkdirSync(dirname(path), { recursive: true });
      if (existsSync(beside)) cpSync(beside, path);
    } else if (!name.endsWith('.node')) {
      writeFileSync(path, read(child));
    }
  }
}
