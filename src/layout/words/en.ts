/** Words of English reports that tell numbers, captions and numbering from other text. */
import type { Language } from './lexicon.js';

/** What follows the word of a caption: its number or letter, or a colon. */
const NUMBER = '\\b[\\s.:]*(?:[a-z]?[0-9ivx]+|[a-z]\\b|:)';

const caption = (...words: readonly string[]): readonly string[] => words.map((word) => `${word}${NUMBER}`);

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAYS = '[0-9]{1,2}(?:\\s*[-–]\\s*[0-9]{1,2})?';

export const en: Language = {
  noNumber: ['n\\/?a\\.?', 'N\\/?A\\.?', 'NA', 'nil', 'x', '\\(X\\)', '\\(NA\\)'],
  dates: [`(?:${DAYS}\\s+)?${MONTH}\\s+(?:${DAYS},\\s*)?(?:1[89]|20)[0-9]{2}`],
  beforeYear: ['FY'],
  captions: {
    table: caption('table'),
    figure: caption('figure', 'fig\\.', 'chart', 'graph'),
    other: caption('exhibit', 'box', 'panel', 'appendix', 'annex', 'sources?', 'notes?'),
  },
  captionNumbers: ['(?:table|figure|exhibit|chart)\\s*[a-z]?[0-9]+(?:[.-][0-9]+)*[.:]?'],
  numbering: ['(?:figure|table|chart|map|box|annex|appendix)\\s*[a-z]?[0-9０-９]{1,2}(?:[.-][0-9]{1,2})*\\.?'],
  connectives: ['and', 'of', 'or', 'the', 'in', 'for', 'to', 'by', 'with', 'from', 'at'],
  page: { before: ['p\\.?', 'page'], of: ['of'], behind: ['page'] },
};
