/** What the layout concludes without a ruling (`I_CONCLUDED`), in Japanese: by its English wording. */
const concluded: readonly (readonly [english: string, ja: string])[] = [
  ['a row cut inside its label', '見出しの途中で改ページされた行'],
  ['a row cut by the page break', '改ページで切れた行の続き'],
  ['the rest of a row without its label', '見出しのない、前のページの行の続き'],
  ['a label merged over the page break', '改ページをまたいで結合された見出し'],
  ['a merged cell that goes on', '改ページをまたいで結合されたセル'],
  ['the rest of a merged label', '結合された見出しの、改ページ後の残り'],
  ['a ruling left out in one row', 'この行だけ抜けている罫線'],
  ['columns of the header carried on through rows without verticals', '縦罫のない行に引き継いだ見出しの列'],
  ['an open corner cut where no text stands', '罫線の欠けた角を、文字のないところで区切りました'],
  ['an open corner cut between two texts', '罫線の欠けた角を、二つの文の間で区切りました'],
  ['columns known from another page of the table', '表のほかのページから補った列'],
  ['the column between two halves of a table', '表の左右の間にある列'],
  ['the row that the whole page lies in', 'ページ全体を占める行'],
  ['a column border in the white that rows between rulings share', '横罫だけの表で、行に共通する余白にある列の境'],
  ['column borders at the same place as in other rows between such rulings', '横罫だけの表で、ほかの行と同じ位置にある列の境'],
  ['a row above the first ruling or below the last, in the columns of the others', '最初の横罫の上または最後の横罫の下にある行'],
  ['the edges of the rows above, or below, about a text that stands between them alone', '一つだけの文を、上または下の行の列の境で区切りました'],
  ['one cell over several columns in the middle of which its text stands', '文が中央にある複数の列を一つのセルとしました'],
];

export const concludedJa: Readonly<Record<string, string>> = Object.fromEntries(
  concluded.map(([english, ja]) => [`not drawn here, but concluded: ${english} ({rule})`, `罫線にはない判断です：${ja}（{rule}）`]),
);
