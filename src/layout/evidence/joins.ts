/** Rules that join what belongs together: pieces of a ruling, characters, lines of a cell, cells over a page break. */
import type { RuleText } from './rule.js';

export const joins = {
  'end-to-end': { basis: 'drawn', says: 'pieces of one ruling', because: 'Programs that draw a border cell by cell cut it at every column; the pieces touch.' },
  dashes: {
    basis: 'drawn',
    says: 'dashes of one ruling',
    because: 'A dashed border is many short lines with gaps no wider than they are long, or little more.',
  },
  'wide-double': { basis: 'drawn', says: 'one double ruling', because: 'Two lines of one length too near for text are one ruling (above a sum).' },
  hanging: {
    basis: 'worded',
    says: 'punctuation that hangs over its cell’s edge',
    because: '、。 and closing brackets never begin a line; programs hang them over its end (ぶら下げ, JIS X 4051).',
  },
  'hanging-other': {
    basis: 'worded',
    says: 'a character that may not begin a line, over the cell’s edge',
    because: 'Some programs hang ー and small kana too, which may not begin a line (行頭禁則).',
  },
  'runs-on-over-ruling': {
    basis: 'worded',
    says: 'punctuation over a ruling with more of its line behind it',
    because: 'A line too long for its cell runs on into an empty one; text of that cell’s own stands at its edge or in its middle.',
  },
  'line-end-over-ruling': {
    basis: 'worded',
    says: 'the last character of a line with its line',
    because: 'What may not begin a line (・ー) and stands alone behind a ruling ends the line before it, though the next cell has text of its own.',
  },
  'hanging-apart': {
    basis: 'worded',
    says: 'punctuation joined to the line before it',
    because: 'In a justified line the last character stands apart; punctuation that hangs goes with it.',
  },
  overflow: {
    basis: 'placed',
    says: 'text that runs over into an empty cell',
    because: 'A spreadsheet lets text run on over an empty neighbour: it belongs where it begins.',
  },
  'overflow-centred': {
    basis: 'placed',
    says: 'centred text that runs over on both sides',
    because: 'Centred text that is too long spills to the left and to the right of its cell.',
  },
  'spilled-stack': {
    basis: 'placed',
    says: 'the end of a label set downwards',
    because: 'A label set downwards that is too long runs on over what stands below.',
  },
  'spilled-line': {
    basis: 'placed',
    says: 'a line that runs out of its cell, in step with the others',
    because: 'Where a row is too low, spreadsheets print its text on over the ruling; lines of one text are all as far apart.',
  },
  'padding-spaces': {
    basis: 'placed',
    says: 'two cells written in one go',
    because: 'Some programs write a row as one text and move to the next cell by spaces.',
  },
  'repeated-header': { basis: 'repeated', says: 'the header printed again', because: 'Office programs repeat a table’s header at the head of every page.' },
  'drifting-gutters': {
    basis: 'repeated',
    says: 'the first page’s columns',
    because: 'Columns parted by white lie where each page’s words leave room; a header repeated in place says that they are the same.',
  },
  'moved-margin': { basis: 'placed', says: 'the same table further to the side', because: 'Binding margins alternate from page to page.' },
  'next-label': {
    basis: 'repeated',
    says: 'a form that goes on',
    because: 'The labels of a repeated form follow each other in one order through the document.',
  },
  'form-goes-on': {
    basis: 'repeated',
    says: 'the next row of a form',
    because: 'Under a label merged over rows, rows with other columns follow as elsewhere in the document.',
  },
  'section-title': {
    basis: 'placed',
    says: 'a section of the same table',
    because: 'A title across the whole width stands between rows of one table; its columns go on below.',
  },
  'cut-label': {
    basis: 'repeated',
    says: 'a row cut inside its label',
    because: 'Two halves that are no labels make, put together, one that the document has elsewhere.',
  },
  'cut-keys': {
    basis: 'repeated',
    says: 'a row cut by the page break',
    because: 'Short cells such as a row’s number are filled on one of the two pages only.',
  },
  'cut-open': { basis: 'drawn', says: 'a row left open at the page break', because: 'Word processors leave the border out where the break cuts a row.' },
  'cut-unlabelled': {
    basis: 'placed',
    says: 'the rest of a row without its label',
    because: 'The first column of a cut row is printed once, above the break.',
  },
  'row-judged-whole': {
    basis: 'repeated',
    says: 'a row over several pages',
    because: 'A long row goes on over several breaks; its cells are filled on the first page only.',
  },
  'label-over-break': {
    basis: 'repeated',
    says: 'a label merged over the page break',
    because: 'The label merged over the rows of a form is printed on one side of the break, or clipped.',
  },
  'left-open': {
    basis: 'drawn',
    says: 'a cell that alone goes on',
    because: 'A cell without a lower edge, whose neighbours have theirs, goes on below the break.',
  },
  'merged-over-break': { basis: 'placed', says: 'a merged cell that goes on', because: 'A cell merged over rows is empty below the break.' },
  'merged-column': {
    basis: 'repeated',
    says: 'the rest of a merged label',
    because: 'In a column of labels merged over rows none is left empty: the empty cell below the break is the rest of the one above.',
  },
  'label-again': {
    basis: 'repeated',
    says: 'a merged label printed again',
    because: 'Programs print the label of a merged cell again where the page break cuts it: both say the same, once.',
  },
  'justified-line': { basis: 'placed', says: 'words of one justified line', because: 'A justified line stretches all of its spaces alike (両端揃え).' },
  'every-cell-runs-on': {
    basis: 'worded',
    says: 'a further line of all cells of a row',
    because: 'Entries begin with a capital; where all texts of a line begin with small letters under cells that were full, all of them run on.',
  },
  'code-in-groups': {
    basis: 'repeated',
    says: 'one code of several groups of digits',
    because: 'Codes (0302 11 10) have groups of one length at one place in line after line, a word space apart; figures differ in length.',
  },
  'even-spaces': { basis: 'placed', says: 'words at even, wide spaces', because: 'A narrow justified line has few spaces, all alike.' },
  'typed-space': { basis: 'worded', says: 'one text with a typed space', because: 'Authors part 姓　名 by one ideographic space.' },
  leader: { basis: 'worded', says: 'leader dots', because: 'Dots lead from a label to its figure; they end the label.' },
  'leader-apart': {
    basis: 'worded',
    says: 'leader dots with the text before them',
    because: 'Leader dots may begin a little apart from the text that they lead from.',
  },
  'currency-sign': { basis: 'worded', says: 'a currency sign with its number', because: 'Accountants set $ apart at the left of the column.' },
  'spaced-thousands': { basis: 'worded', says: 'one number', because: 'European reports part thousands by a space.' },
  'numbers-in-text': {
    basis: 'worded',
    says: 'numbers within a text',
    because: 'Among words numbers stand a space apart (June 1, 2006), and so do those of a telephone number.',
  },
  'footnote-mark': {
    basis: 'worded',
    says: 'the mark of a footnote with its text',
    because: 'Typed tables refer to their footnotes by 1/ or a/, a space behind the text.',
  },
  range: { basis: 'worded', says: 'a range of numbers', because: 'A dash between two numbers makes a range of them.' },
  'spread-word': {
    basis: 'placed',
    says: 'one word, its characters spread',
    because: 'Japanese headings are spread with spaces between single characters (目　的　別).',
  },
  'spread-labels': { basis: 'repeated', says: 'labels spread over one width', because: 'Labels below each other are spread to the same two edges (均等割付).' },
  'spread-over-gutter': {
    basis: 'placed',
    says: 'a spread word over a gutter',
    because: 'A word spread at even gaps stays one word where a gutter runs between two of its characters.',
  },
  'laid-over-both': {
    basis: 'placed',
    says: 'one column under a wider text',
    because: 'Two stretches that no line keeps apart, and that one text lies over, are one column.',
  },
  'signs-for-numbers': {
    basis: 'worded',
    says: 'signs for missing numbers in the column beside',
    because: 'A dash for a missing number is set to the middle or the edge of its column.',
  },
  'header-set-off': {
    basis: 'placed',
    says: 'a header set off from its figures',
    because: 'A header is set to the left or the middle, its figures to the right.',
  },
  'header-line-above': { basis: 'placed', says: 'a header above the rows', because: 'The upper line of a header may name a single column.' },
  'line-under-rule': {
    basis: 'drawn',
    says: 'a header right below a rule',
    because: 'What stands between a rule as wide as the table and the rows is its header.',
  },
  'closed-by-rule': { basis: 'drawn', says: 'a last line above the closing rule', because: 'A rule as wide as the table below a line closes the table there.' },
  'runs-on-below': {
    basis: 'worded',
    says: 'the rest of the last cell',
    because: 'A line that begins with a small letter or a bracket runs on from the cell above it.',
  },
  'last-line-of-cell': {
    basis: 'placed',
    says: 'the last line of a wrapped cell',
    because: 'A full line is followed by the rest of its text, with white below.',
  },
  'rule-joins-head': {
    basis: 'drawn',
    says: 'a header with the figures below its rule',
    because: 'Financial statements draw a short rule under each year, or one under all of them; headings of rows may stand between it and the figures.',
  },
  'header-over-gutter': {
    basis: 'placed',
    says: 'a header over the white between its figures',
    because: 'Headers are set to the middle of columns whose figures are set to the right.',
  },
  'even-header-level': {
    basis: 'placed',
    says: 'a level of the header, each over as many columns',
    because: 'Headers over groups of equally many columns part them evenly (boys and girls, number and per cent).',
  },
  'header-level': {
    basis: 'placed',
    says: 'a level of the header',
    because: 'Headers over groups of columns stand each in the middle of theirs, all columns together.',
  },
  'rule-under-headers': {
    basis: 'drawn',
    says: 'a header over the columns that a rule gathers',
    because: 'A rule under a header runs over the columns that it heads.',
  },
  'spanner-of-two-lines': {
    basis: 'placed',
    says: 'the first line of a header over several columns',
    because: 'A header is no narrower than those below it: the text right above one of several columns is its first line.',
  },
  'lone-head-over-all': {
    basis: 'placed',
    says: 'a header over all columns of figures',
    because: 'One text in the middle above the headers, wider than the one below it, is no first line of that one.',
  },
  'head-over-its-run': {
    basis: 'placed',
    says: 'a header over the columns that have theirs in the line below',
    because: 'Every column has a header in the first line: one in the middle of those without is theirs.',
  },
  'header-in-the-middle': {
    basis: 'placed',
    says: 'a header in the middle of several columns',
    because: 'A header over several columns is set to their middle.',
  },
  'too-near-for-a-line': {
    basis: 'placed',
    says: 'figures beside a label of two lines',
    because: 'Figures set to the middle of a label stand nearer to its lines than lines of text do.',
  },
  'figures-under-label': {
    basis: 'placed',
    says: 'figures on the second line of their label',
    because: 'A label that wraps has its figures on its last line.',
  },
  'label-below-text': {
    basis: 'placed',
    says: 'text that begins above its label',
    because: 'Cells set to the bottom of their row begin above a shorter label.',
  },
  'leader-on-next-line': { basis: 'worded', says: 'a leader on the next line', because: 'A label that fills its line has its dots on the next.' },
  'nearer-than-rows': {
    basis: 'placed',
    says: 'a further line of the same row',
    because: 'Rows set with air between them are further apart than the lines of a cell.',
  },
  'no-rows-below': { basis: 'placed', says: 'the rest of the last label', because: 'A heading has rows below it; the last line of a table has none.' },
  'level-of-rows': {
    basis: 'repeated',
    says: 'a row, not the rest of a label',
    because: 'Rows of one level begin at one place; what hangs below a full label stands where no row begins.',
  },
  'label-wraps': { basis: 'worded', says: 'a label that wraps', because: 'A full line is followed by the rest of the label, hanging or in small letters.' },
  'spills-to-the-right': {
    basis: 'placed',
    says: 'a label that runs over the gutter',
    because: 'Text that begins where a column begins is of that column, though it reaches over the next.',
  },
  'spills-to-the-left': { basis: 'placed', says: 'a text that ends with its column', because: 'Text set to the right ends where its column’s figures end.' },
  'spans-in-the-middle': { basis: 'placed', says: 'a text over several columns', because: 'Text set to the middle of several columns spans them.' },
} as const satisfies Readonly<Record<string, RuleText>>;
