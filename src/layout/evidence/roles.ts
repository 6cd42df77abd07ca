/** Rules that say what a mark, a character or a line is: text, decoration, furniture, prose, heading, chart. */
import type { RuleText } from './rule.js';

export const roles = {
  'drawn-twice': {
    basis: 'drawn',
    says: 'the same character drawn again',
    because: 'Fake bold and shadows draw a character twice at nearly one place; a real double stands a whole advance on.',
  },
  'laid-askew': {
    basis: 'drawn',
    says: 'a mark laid over the page',
    because: 'Stamps and comments (写, 案) stand askew or are annotations; text of the page is neither.',
  },
  'laid-over': {
    basis: 'drawn',
    says: 'a large mark laid over text',
    because: 'Printed text keeps clear of other text and of rulings; a mark as large as a stamp does not.',
  },
  'set-down': {
    basis: 'placed',
    says: 'vertical writing',
    because: 'Older setting programs take only signs that look different from the vertical font and place each character under the last.',
  },
  'glyph-strokes': {
    basis: 'drawn',
    says: 'strokes of a character, no rulings',
    because: 'Text made bold by stroking its outline reaches some files as short lines in both directions.',
  },
  speck: { basis: 'drawn', says: 'a speck, no ruling', because: 'Ticks and corner squares are shorter than any side of a cell.' },
  comment: {
    basis: 'drawn',
    says: 'a reader’s comment, no border',
    because: 'Frames and arrows of annotations lie over the sheet; they part none of its cells.',
  },
  'struck-out': { basis: 'drawn', says: 'deleted text', because: 'A line through the middle of characters that begins and ends with them strikes them out.' },
  underlined: {
    basis: 'drawn',
    says: 'an underline, no border',
    because: 'An underline begins and ends with its text; a border reaches from ruling to ruling.',
  },
  overlined: { basis: 'drawn', says: 'a line over text, no border', because: 'A line over a text begins and ends with it.' },
  'crossed-out': { basis: 'drawn', says: 'an empty cell crossed out', because: 'A diagonal from corner to corner says that the cell does not apply.' },
  stack: { basis: 'placed', says: 'a label set downwards', because: 'Labels in narrow cells are set a character below the other.' },
  'upright-lines': { basis: 'placed', says: 'a label of several upright lines', because: 'A label set downwards wraps into lines from right to left.' },
  beside: {
    basis: 'placed',
    says: 'blocks of text beside each other',
    because: 'Options of two lines stand beside their mark, and a note beside its line; they are read block by block.',
  },
  'page-number': { basis: 'worded', says: 'a page number', because: 'A number alone in the margin, outside everything else, counts pages.' },
  'running-head': { basis: 'repeated', says: 'a running head', because: 'What says the same at the same place on page after page belongs to none of them.' },
  foot: { basis: 'repeated', says: 'the foot of the page', because: 'A page number or a running foot a line below a table is no row of it.' },
  band: { basis: 'drawn', says: 'a coloured band, not a table', because: 'A single cell as high as a line is the shaded header of a table without rulings.' },
  'label-before-box': { basis: 'placed', says: 'a label and its box', because: 'Forms set a label right before the box in which it is filled in.' },
  'label-above-box': { basis: 'placed', says: 'a label above its box', because: 'Forms set a short label right above the left end of its box.' },
  'running-text': {
    basis: 'placed',
    says: 'running text',
    because: 'Text fills each line before the next begins; a column of labels is as ragged as its labels.',
  },
  'text-in-column': {
    basis: 'placed',
    says: 'running text in the page’s column',
    because: 'Short paragraphs keep to the column in which the page sets its text.',
  },
  sentence: { basis: 'worded', says: 'a sentence', because: 'A single line of so many words is no cell.' },
  'typed-rule': {
    basis: 'drawn',
    says: 'a ruling that was typed',
    because: 'Typewriters and line printers draw their rulings by rows of hyphens and columns of bars or colons.',
  },
  note: { basis: 'worded', says: 'a note to a table', because: 'Notes begin with 注, 資料, 出典 and go on line by line below.' },
  caption: {
    basis: 'worded',
    says: 'a caption or heading between tables',
    because: 'Captions (表１, Table 2) and headings part what stands above from what stands below.',
  },
  'larger-heading': {
    basis: 'drawn',
    says: 'a heading of the text',
    because: 'Headings are set larger than the lines above and below; rows of one table are not.',
  },
  'numbered-heading': { basis: 'worded', says: 'a numbered heading', because: 'Sections are numbered and set in a font of their own.' },
  'title-in-the-middle': {
    basis: 'placed',
    says: 'a title over the table',
    because: 'A line set to the middle of the whole table above its header is its title.',
  },
  'level-above-the-rules': {
    basis: 'placed',
    says: 'a level of the header, no title',
    because: 'Where the header itself stands above the first rule, several texts above its columns are its upper level.',
  },
  'heading-under-headers': {
    basis: 'placed',
    says: 'a heading of the rows below it, no introduction',
    because: 'A line right below headers that stand behind it belongs to the rows between them and the figures, colon or not.',
  },
  'title-above-the-rules': {
    basis: 'drawn',
    says: 'a caption above the rules',
    because: 'What stands above the rules that frame a table, and heads few of its columns, is its caption.',
  },
  'chart-strokes': { basis: 'drawn', says: 'a chart or drawing', because: 'Curves and slanting lines draw charts and maps; tables have neither.' },
  'chart-bars': {
    basis: 'drawn',
    says: 'a bar chart',
    because: 'Areas of one thickness on one base line end at places where no ruling is; cells’ colours end at rulings.',
  },
  'grid-lines': { basis: 'drawn', says: 'the chart’s grid lines', because: 'Lines above the highest bar are as long as those that a bar reaches.' },
  'chart-label': { basis: 'placed', says: 'a label at a chart’s axis', because: 'The steps and names of an axis stand right beside and below the chart.' },
  'header-as-drawn': {
    basis: 'drawn',
    says: 'the cells of a header as they are drawn',
    because: 'The drawn cells of a header say which of its texts stands over two rows and which over several columns.',
  },
  'drawn-head': {
    basis: 'drawn',
    says: 'a drawn header with the rows below it',
    because: 'Coloured or ruled header cells stand above a body without rulings.',
  },
} as const satisfies Readonly<Record<string, RuleText>>;
