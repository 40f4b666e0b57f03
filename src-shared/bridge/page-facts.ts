import type { Settings } from './settings';

/** What the program writes into the page it serves, so that the sign-in is drawn without asking for anything. */
export type PageFacts = {
  settings: Settings;
  /** Core has told who is signed in. False: it has not been started yet, so nobody can be. */
  sessionKnown: boolean;
};
