import type { CdrDirection, CdrService, CdrStatus, CdrZone } from '../../src-shared/domain/cdr';

/**
 * Numbers under which words of CDRs are stored. They are part of the file's format:
 * a number, once given, never changes its meaning.
 */
function codes<Word extends string>(byWord: Record<Word, number>) {
  const words: Word[] = [];
  for (const word of Object.keys(byWord) as Word[]) words[byWord[word]] = word;
  return {
    code: (word: Word): number => byWord[word],
    /** @throws RangeError for a number that a newer program has stored. */
    word(code: number): Word {
      const word = words[code];
      if (word === undefined) throw new RangeError(`unknown code ${code}`);
      return word;
    },
  };
}

export const directionCodes = codes<CdrDirection>({ out: 0, in: 1 });
export const serviceCodes = codes<CdrService>({ voice: 0, sms: 1, forward: 2, voicemail: 3, conference: 4 });
export const zoneCodes = codes<CdrZone>({
  onnet: 0,
  mobile: 1,
  fixed: 2,
  cis: 3,
  international: 4,
  special: 5,
});
export const statusCodes = codes<CdrStatus>({ answered: 0, missed: 1, busy: 2, failed: 3 });
