/**
 * Names of the files of a package, from a template: «{документ} {лс} {месяц}». Whatever a system forbids in names
 * is forbidden everywhere, so that a folder can be carried from one to another.
 */

export const namePlaceholders = ['документ', 'период', 'месяц', 'лс', 'организация'] as const;
export type NamePlaceholder = (typeof namePlaceholders)[number];
export type NameValues = Record<NamePlaceholder, string>;

export const FIRST_TEMPLATE = '{документ} {лс} {месяц}';
export const MAX_TEMPLATE = 160;

/** Bytes that a name may have with its ending; Linux takes 255, and a copy may add some. */
const MAX_NAME_BYTES = 240;
const ENDING_BYTES = 5;

const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;
const PLACEHOLDER = /\{([^{}]*)\}/g;

export type NameFault =
  /** Nothing is typed. */
  | { code: 'empty' }
  /** Characters that systems do not take in names. */
  | { code: 'characters'; characters: string }
  /** Braces around something that is no placeholder. */
  | { code: 'placeholder'; found: string }
  /** All documents would have one name. */
  | { code: 'no-document' }
  /** A space or a dot where systems drop or hide it. */
  | { code: 'edge' }
  | { code: 'too-long' };

/**
 * What is wrong with a template; null: nothing.
 * @param values of a file whose name is the longest
 */
export function nameFault(template: string, values: NameValues): NameFault | null {
  if (template.trim() === '') return { code: 'empty' };
  const characters = [...new Set(template.match(FORBIDDEN) ?? [])];
  if (characters.length > 0) return { code: 'characters', characters: characters.join(' ') };
  const used = [...template.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const wrong = used.find((name) => !isPlaceholder(name));
  if (wrong !== undefined) return { code: 'placeholder', found: `{${wrong}}` };
  const brace = template.replace(PLACEHOLDER, '').match(/[{}]/)?.[0];
  if (brace) return { code: 'placeholder', found: brace };
  if (!used.includes('документ')) return { code: 'no-document' };
  if (/^[\s.]|[\s.]$/.test(template)) return { code: 'edge' };
  const bytes = encodeURIComponent(fileName(template, values)).replace(/%../g, '.').length;
  return bytes + ENDING_BYTES > MAX_NAME_BYTES ? { code: 'too-long' } : null;
}

const isPlaceholder = (name: string): name is NamePlaceholder =>
  (namePlaceholders as readonly string[]).includes(name);

/** The name without its ending, of a template without faults. Values may hold anything: what is forbidden in them becomes a space. */
export function fileName(template: string, values: NameValues): string {
  return template
    .replace(PLACEHOLDER, (_, name: NamePlaceholder) => values[name].replace(FORBIDDEN, ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
}
