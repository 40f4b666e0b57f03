import { beforeEach, expect, it } from 'vitest';
import { keepDraftsOf, markDraftSent, readDraft, setDraft, settleDrafts } from './drafts';

beforeEach(() => {
  keepDraftsOf('none');
  keepDraftsOf('217034518');
});

it('keeps what was typed after its command had been sent: that is another change', () => {
  setDraft('delivery', { emails: 'a@a.by' });
  markDraftSent('delivery', 7);
  expect(readDraft('delivery')).toBeNull();
  setDraft('delivery', { emails: 'b@b.by' });
  settleDrafts(7);
  expect(readDraft('delivery')).toEqual({ emails: 'b@b.by' });
});

it('is not shown to another account', () => {
  setDraft('delivery', { emails: 'a@a.by' });
  keepDraftsOf('217034518');
  expect(readDraft('delivery')).not.toBeNull();
  keepDraftsOf('300000000');
  expect(readDraft('delivery')).toBeNull();
});
