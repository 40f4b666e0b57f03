import { messages } from './messages';
import { learnWords } from './translate';

// Whoever imports this has every word; the first page does with its own.
learnWords(messages);
