/** Rules that speak against what others propose. */
import type { RuleText } from './rule.js';

export const vetoes = {
  'rule-of-the-page': {
    basis: 'drawn',
    says: 'a rule of the page, not a border',
    because: 'The rule under a running head runs on beyond the box whose sides end near it.',
  },
  'empty-box': { basis: 'drawn', says: 'an empty box, not a table', because: 'Boxes without text are decoration.' },
  'embedded-box': {
    basis: 'drawn',
    says: 'a box round words of a cell, not a table',
    because: 'A frame inside a cell that parts nothing (a check box) decorates the cell’s text.',
  },
  'within-chart': { basis: 'drawn', says: 'not a table: part of a chart', because: 'Frames and grid lines of charts look like cells.' },
  'chart-ground': { basis: 'drawn', says: 'not a table: squares behind a drawing', because: 'Most rows and columns of squares behind a drawing hold no word.' },
  'chart-scale': { basis: 'worded', says: 'not a table: the scale of a chart', because: 'Even steps from 0 across all columns are the scale of an axis.' },
  'filled-in': {
    basis: 'drawn',
    says: 'not a chart: a table with marks in it',
    because: 'Slanting lines and circles in a table’s cells are marks that somebody made.',
  },
  'lone-number': {
    basis: 'worded',
    says: 'not a page number: a number on a single page',
    because: 'A document of one page is seldom numbered; a bare number low on it may be a value.',
  },
  'number-sequence': { basis: 'repeated', says: 'not a page number: out of sequence', because: 'Page numbers count up with the pages.' },
  'under-own-title': {
    basis: 'repeated',
    says: 'a table of its own under the page’s title',
    because: 'Sheets that repeat their title hold a table each, unless the header is repeated too.',
  },
  'begins-anew': {
    basis: 'repeated',
    says: 'the same form filled in anew',
    because: 'A part that begins with the labels of the first is the next sheet, not the rest of this one.',
  },
  'among-rows': {
    basis: 'placed',
    says: 'a row, no header printed again: rows with its columns stand above it',
    because: 'A header stands over all rows of its columns; a row further down may say what the first row of the next page says.',
  },
  'entry-again': {
    basis: 'worded',
    says: 'an entry, no part of the header',
    because: 'A row below the names of the columns that holds figures, or says what other rows say, is an entry, though two pages begin with it.',
  },
  'closed-frame': { basis: 'drawn', says: 'a frame of its own', because: 'A frame of text that is closed on both pages does not go on.' },
  'sheet-title': {
    basis: 'repeated',
    says: 'a new sheet under its own title',
    because: 'Where the table’s first rows stand again below a title, a new sheet begins.',
  },
  'left-in-panels': {
    basis: 'placed',
    says: 'no columns inside the cells: text is left over',
    because: 'The text of panels goes into columns all but for a note.',
  },
  'one-record': {
    basis: 'placed',
    says: 'one record of several measures, not several rows',
    because: 'Forms rule a record with several measures as one row on purpose: one label for many figures.',
  },
  'begins-its-line': {
    basis: 'placed',
    says: 'punctuation that begins its line, none that hangs',
    because: 'Lines broken without 行頭禁則 begin with 、: it stands where the lines of its cell begin, the text behind it where none does.',
  },
  'blank-in-a-line': { basis: 'placed', says: 'a blank in a running line, no field', because: 'Text goes on behind the blank (令和 [ 5 ] 年度).' },
  'same-lines': {
    basis: 'worded',
    says: 'cells, not text: the same line over and over',
    because: 'Running text does not repeat its lines; the cells of a column do.',
  },
  entries: {
    basis: 'worded',
    says: 'entries of a column, not text',
    because: 'Text goes on in small letters now and then; entries begin with capitals, all of them.',
  },
  'beside-cells': { basis: 'placed', says: 'a column of a table, not text', because: 'Lines of which nearly each stands beside cells of few words are rows.' },
  'wrapped-cell': {
    basis: 'placed',
    says: 'a wrapped cell, not text',
    because: 'The first line of a wrapped cell stands among its row’s other cells, the later ones alone.',
  },
  'row-labels': { basis: 'placed', says: 'labels of rows, not text', because: 'Labels have their figures at their right.' },
  'rules-within': { basis: 'drawn', says: 'rules inside a table, not a table', because: 'Rules over sums and under headings are shorter than the table’s.' },
  'other-rules': { basis: 'drawn', says: 'rules of two tables', because: 'A rule of another length, but as long as a table’s, is another table’s.' },
  'empty-band': {
    basis: 'drawn',
    says: 'not one table: nothing between the rules',
    because: 'White as high as several lines between two rules parts two tables.',
  },
  'text-between-rules': {
    basis: 'placed',
    says: 'not one table: running text between the rules',
    because: 'A paragraph as wide as the rules stands between two tables.',
  },
  'page-between-rules': {
    basis: 'placed',
    says: 'not a table: the page between two rules',
    because: 'Rules at the head and the foot of a page enclose its columns of text.',
  },
  'loose-lines': {
    basis: 'placed',
    says: 'not one table: lines of one phrase between the rules',
    because: 'Several lines with one phrase each are text between two tables.',
  },
  'caption-between-rules': { basis: 'worded', says: 'not one table: a caption between the rules', because: 'A caption begins another table.' },
  'captions-side-by-side': { basis: 'worded', says: 'two tables side by side', because: 'Captions beside each other stand each above its own table.' },
  'beside-the-rules': {
    basis: 'drawn',
    says: 'text beside the rules, not of the table',
    because: 'What stands here and there beside a table’s rules is a mark or a neighbour.',
  },
  'far-apart': { basis: 'placed', says: 'not one table: the rows are far apart', because: 'Rows of one table follow each other at one distance.' },
  introduction: {
    basis: 'worded',
    says: 'not a row: it introduces the table',
    because: 'A line that begins left of all rows and ends with a colon is the text’s.',
  },
  'too-many-alone': { basis: 'placed', says: 'not rows: too many lines of one phrase', because: 'So many lines without a second column are text.' },
  'page-in-columns': {
    basis: 'placed',
    says: 'not a table: a page set in columns',
    because: 'Columns of text are as wide as each other and hold paragraphs; theirs part at one height by chance.',
  },
  'leans-to-below': {
    basis: 'placed',
    says: 'not of the row above: nearer to the line below',
    because: 'Cells set to the bottom of their row begin above its label.',
  },
  list: { basis: 'worded', says: 'not a table: a list', because: 'A mark and its text are an item of a list.' },
  contents: { basis: 'worded', says: 'not a table: a contents page', because: 'Titles with rising page numbers are a table of contents.' },
  'numbered-fields': {
    basis: 'worded',
    says: 'not a table: the fields of a form',
    because: 'Forms number their fields line by line, so that instructions can speak of them; the cells of a table are not counted.',
  },
  formula: {
    basis: 'worded',
    says: 'not a table: a formula',
    because: 'Sums and roots stand above and below their terms; equations have their numbers in brackets at the right edge.',
  },
  matrix: {
    basis: 'drawn',
    says: 'not a table: a matrix',
    because: 'Figures in rows and columns between two brackets, whose feet are turned towards each other, are a matrix.',
  },
  'figure-caption': {
    basis: 'worded',
    says: 'not a table: its caption says figure',
    because: 'A caption such as Figure 2 or 図２ stands above a chart, whose values and years are set in rows.',
  },
  'text-runs-on': {
    basis: 'worded',
    says: 'not a table: text that runs on',
    because: 'Cells begin anew; running text that pauses by chance goes on with a small letter.',
  },
  fields: {
    basis: 'worded',
    says: 'not a table: fields of a letter, or speakers',
    because: 'Labels with a colon before a text (To:, MR. HALL:) are set in two columns and are no table.',
  },
  'sizes-in-a-cell': {
    basis: 'placed',
    says: 'not a table: figures set large over their words',
    because: 'Key figures are set as tiles, each much larger than the words under it.',
  },
  'blocks-side-by-side': {
    basis: 'worded',
    says: 'not a table: addresses side by side',
    because: 'Blocks of one kind set beside each other begin each of their lines with the same word.',
  },
  'counting-numbers': { basis: 'worded', says: 'no figures: they count the lines', because: 'Particulars (１ 日時, ２ 場所) are numbered one by one.' },
  'telephone-numbers': {
    basis: 'worded',
    says: 'no figures: numbers of telephones',
    because: 'Addresses of offices stand side by side, each with its number.',
  },
  'typewriter-space': {
    basis: 'placed',
    says: 'no column border: one typed space',
    because: 'In a font whose characters are all as wide as each other a space is as wide as a letter: two words with one between them are one text.',
  },
  'times-of-day': {
    basis: 'worded',
    says: 'no figures: times of the day',
    because: 'A programme of two columns says when and what; times compare nothing. A timetable has more columns.',
  },
  'fill-in-blank': {
    basis: 'drawn',
    says: 'no border: a blank to be filled in',
    because: 'The line after a label of a form begins behind it and carries no text.',
  },
} as const satisfies Readonly<Record<string, RuleText>>;
