/** Rules that part cells: borders that are drawn in part, or that something other than a ruling shows. */
import type { RuleText } from './rule.js';

export const separators = {
  'stray-end': {
    basis: 'drawn',
    says: 'a border drawn on to the one it should meet',
    because: 'Browsers cut the borders of a table at a page break a few points too early.',
  },
  'open-side': {
    basis: 'drawn',
    says: 'an outer edge where rulings end together',
    because: 'Reports leave out the left and right border; the rulings across then end at one place.',
  },
  'hanging-row': {
    basis: 'drawn',
    says: 'the row below the last ruling, as wide as that ruling',
    because: 'A page break cuts a row whose only ruling is the one above it.',
  },
  'open-corner': {
    basis: 'drawn',
    says: 'the lower edge of a cell whose neighbours are closed',
    because: 'A merged cell that goes on over the page break has no lower border; its neighbours have theirs.',
  },
  'lone-end': {
    basis: 'drawn',
    says: 'a row or column of its own beside a single ruling',
    because: 'One ruling that runs on beyond the last one across it still has text on both of its sides.',
  },
  'border-under-text': {
    basis: 'drawn',
    says: 'a border, though it begins and ends under text',
    because: 'Text may fill its cell to the edges, and a border drawn piece by piece has a piece as long as a word.',
  },
  'colour-edge': {
    basis: 'drawn',
    says: 'a column border where a background colour ends',
    because: 'Office programs shade label cells and leave the ruling beside them out.',
  },
  tiles: { basis: 'drawn', says: 'a table of coloured cells', because: 'Tables drawn without any ruling shade every cell; the areas touch like tiles.' },
  'missing-side': {
    basis: 'repeated',
    says: 'a ruling left out in one row',
    because: 'A typist who copies rows loses a border here and there; the texts stand as in the rows above and below.',
    concludes: true,
  },
  'ruled-across': {
    basis: 'placed',
    says: 'a column border in the white that rows between rulings share',
    because: 'Tables ruled across alone keep their columns apart by white: by padding in every row, or by more than a space in any.',
    concludes: true,
  },
  'ruling-ends': {
    basis: 'drawn',
    says: 'a column border where rulings end in white',
    because: 'A ruling that stops short leaves a merged cell out; rulings a cell long have their ends at its sides.',
  },
  'merged-side': {
    basis: 'drawn',
    says: 'the side of a cell merged over rows, where the rulings between these rows stop',
    because: 'A ruling runs over every cell but those that go on below it.',
  },
  'across-as-elsewhere': {
    basis: 'repeated',
    says: 'column borders at the same place as in other rows between such rulings',
    because: 'A table keeps to its columns over its pages, though one of them is empty here or its white wider there.',
    concludes: true,
  },
  'row-beyond-rulings': {
    basis: 'placed',
    says: 'a row above the first ruling or below the last, in the columns of the others',
    because: 'Sums have no rule below them, headers in colour none above, and a page break leaves part of a row; each keeps to the columns.',
    concludes: true,
  },
  'edges-of-neighbours': {
    basis: 'repeated',
    says: 'the edges of the rows above, or below, about a text that stands between them alone',
    because: 'Text is set to a side of its cell or to its middle; one that is not has edges that only other rows show.',
    concludes: true,
  },
  'spans-middle': {
    basis: 'placed',
    says: 'one cell over several columns in the middle of which its text stands',
    because: 'A header over several columns is set to their middle, off the middle and the sides of the one below it.',
    concludes: true,
  },
  'headed-rows': {
    basis: 'placed',
    says: 'columns of the header carried on through rows without verticals',
    because: 'A body stands in its header’s columns, whether or not somebody drew the verticals on.',
    concludes: true,
  },
  'notched-cell': {
    basis: 'placed',
    says: 'an open corner cut where no text stands',
    because: 'Where a ruling is missing in part, text shows which of two rectangles is the cell: nobody writes over a border.',
    concludes: true,
  },
  'notch-between-texts': {
    basis: 'placed',
    says: 'an open corner cut between two texts',
    because: 'Where a border is missing beside a merged cell, the cut that leaves a text on each side is it; the other leaves an empty cell.',
    concludes: true,
  },
  'borrowed-columns': {
    basis: 'repeated',
    says: 'columns known from another page of the table',
    because: 'Browsers drop the inner borders of a table that they cut at the end of a page.',
    concludes: true,
  },
  'bridged-gap': {
    basis: 'repeated',
    says: 'the column between two halves of a table',
    because: 'A merged cell that spans all rows of a page has no ruling there; other pages show its column.',
    concludes: true,
  },
  'row-page': {
    basis: 'repeated',
    says: 'the row that the whole page lies in',
    because: 'A long row fills a page: its columns run from head to foot, and nothing closes them.',
    concludes: true,
  },
  wall: { basis: 'drawn', says: 'two cells beside a vertical ruling', because: 'A ruling parts text even where it closes no cell.' },
  channel: {
    basis: 'placed',
    says: 'a column border in white that runs down all rows',
    because: 'Wrapped text fills its cell; between two columns no more white is left than the cells’ padding, but in every row.',
  },
  'gutter-through-header': {
    basis: 'placed',
    says: 'a column border between two words of a header',
    because: 'Headers over narrow columns stand as near to each other as words; the figures below show the gutter.',
  },
  'pausing-columns': {
    basis: 'placed',
    says: 'rows where all columns pause together',
    because: 'Between rows of wrapped cells the white runs right across; columns of running text pause each for itself.',
  },
  'narrow-gutter': {
    basis: 'placed',
    says: 'a narrow column border in a table of text',
    because: 'A header as wide as its column leaves the padding alone before the next column, whose cells begin at one edge in every row.',
  },
  'entries-in-one-row': {
    basis: 'placed',
    says: 'an entry a line in one ruled row',
    because: 'Every cell has as many lines on common baselines, each broken before it was full: whoever typed them meant rows.',
  },
  'figures-in-one-row': {
    basis: 'placed',
    says: 'several rows in one ruled row',
    because: 'Figures never wrap: as many below each other in a cell as there are labels beside them are as many rows.',
  },
  'key-lines': {
    basis: 'placed',
    says: 'rows that begin at the lines with figures',
    because: 'Where several columns have their figures on the same lines, the text between runs on from the row above.',
  },
  'levels-in-one-cell': {
    basis: 'placed',
    says: 'two levels of a header in one merged cell',
    because: 'Typists merge the cells of a header and set its lower level with spaces.',
  },
  'table-in-frame': { basis: 'placed', says: 'a table inside a frame', because: 'A box drawn round a table without rulings of its own is its outline.' },
  'body-in-one-cell': { basis: 'placed', says: 'a table’s body drawn as one cell', because: 'Some programs draw verticals in the header only.' },
  panels: {
    basis: 'placed',
    says: 'columns and rows of figures inside ruled cells',
    because: 'Statistics rule off groups of columns only and part the columns in a group by white.',
  },
  'numbers-of-columns': {
    basis: 'worded',
    says: 'a line that numbers the columns',
    because: 'Tables that a text refers to by their columns number them, (1), (2), (3), on a line of the header that is no part of its words.',
  },
  'flush-columns': {
    basis: 'placed',
    says: 'a column border between a figure and the text right behind it',
    because: 'Spreadsheets set figures to the right of their column and text to the left of the next: they touch, but each keeps to its own edge.',
  },
  'edge-of-others': {
    basis: 'placed',
    says: 'a column border before a word that stands at the edge of the next column',
    because: 'Where a cell or header is as wide as its column, only the padding parts it from the next, whose cells all begin at one edge.',
  },
  'caption-of-the-next': {
    basis: 'worded',
    says: 'the end of the table above a caption',
    because: 'A caption (Table 8) names the table below it; however near that follows, what stands above is another.',
  },
  'rule-stack': {
    basis: 'drawn',
    says: 'a table between rules of one length',
    because: 'Tables without verticals draw a rule above, under the header and below, all as long as the table.',
  },
  'rules-in-pieces': {
    basis: 'drawn',
    says: 'one rule from pieces side by side',
    because: 'Headers have rules over each column with a little white between; together they are as long as the table.',
  },
  'open-last-row': { basis: 'drawn', says: 'one more row below the last rule', because: 'Many tables draw no rule under their sum.' },
  'band-over-rules': {
    basis: 'drawn',
    says: 'a rule where a coloured header begins and ends',
    because: 'A header in colour alone stands above rows each of which has a rule below it.',
  },
  'band-edge': { basis: 'drawn', says: 'a rule where a coloured band ends', because: 'A shaded header stands in for the rule above or below it.' },
  'rule-for-every-row': {
    basis: 'drawn',
    says: 'rows between successive rules',
    because: 'Where every row has its rule, lines between two rules are one row.',
  },
  'rule-under-header': { basis: 'drawn', says: 'the header above a rule right across', because: 'The first rule across the whole table closes its header.' },
  'figures-never-wrap': { basis: 'placed', says: 'a row of its own for each line with figures', because: 'A figure is never set over two lines.' },
  'heading-of-rows': {
    basis: 'placed',
    says: 'a heading of the rows below it, not part of the header',
    because: 'Groups of rows have a heading in the first column alone, directly above their figures.',
  },
  'columns-of-their-own': {
    basis: 'placed',
    says: 'a text without the column of its neighbour',
    because: 'Two texts on one line are two cells: none spans the column in which the other stands.',
  },
  'heading-over-figures': {
    basis: 'placed',
    says: 'a heading over all columns of figures',
    because: 'Units stand alone in the middle of the columns whose figures below are counted in them.',
  },
  'heading-over-all': {
    basis: 'placed',
    says: 'a heading over all columns',
    because: 'A line alone in the middle of a table names the rows below it and tells nothing of the columns.',
  },
  'off-the-figures': {
    basis: 'placed',
    says: 'a header over several columns',
    because: 'A text that leans over the side of a column of figures is set to the middle of a wider one, or of several.',
  },
} as const satisfies Readonly<Record<string, RuleText>>;
