/** The words that the room knows. Another language is one more file beside this one, and one more name in the list. */
import { en } from './en.js';
import { ja } from './ja.js';
import { joinLanguages, type Lexicon } from './lexicon.js';

export { joinLanguages, type CaptionOf, type Language, type Lexicon } from './lexicon.js';

export const USUAL_LEXICON: Lexicon = joinLanguages([en, ja]);
