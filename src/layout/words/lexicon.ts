/**
 * What is asked of words: whether a text is a number, names a table, begins a note. The geometry of the room asks by name and knows
 * no word of any language; each language is one file of patterns beside this one.
 *
 * Signs that no language owns (digits, currency, dashes, bullets) stand here.
 */

/** What one language has to say, as sources of regular expressions that capture nothing. Case does not count, but in `noNumber`. */
export interface Language {
  /** Single characters that say what a number counts (人, 円), right behind it. */
  readonly counters?: string;
  /** What stands where there is no number: n.a., 皆増. */
  readonly noNumber?: readonly string[];
  /** Dates written out, with their year. */
  readonly dates?: readonly string[];
  /** What stands before a year: FY. */
  readonly beforeYear?: readonly string[];
  /** Marks and numbers of list items, whole. */
  readonly enumerators?: readonly string[];
  /** Begins a caption with its number: of a table, of a figure, of anything else. */
  readonly captions: Readonly<Record<CaptionOf | 'other', readonly string[]>>;
  /** A caption's number, set apart from its title: the whole text. */
  readonly captionNumbers: readonly string[];
  /** Begins a note or a source. */
  readonly notes?: readonly string[];
  /** The number of a chapter, a figure or an annex in a list of contents: the whole text. */
  readonly numbering: readonly string[];
  /** Words after which a text goes on: of, and. */
  readonly connectives?: readonly string[];
  /** What stands about the number of a page: before it, before the number of all pages, behind it. */
  readonly page: { readonly before: readonly string[]; readonly of: readonly string[]; readonly behind: readonly string[] };
}

export type CaptionOf = 'table' | 'figure';

type Question = (text: string) => boolean;

export interface Lexicon {
  /** A number with its signs and units. */
  readonly isNumber: Question;
  /** A sign or a word that stands where there is no number. */
  readonly isPlaceholder: Question;
  /** A number, or what stands in its place. */
  readonly isValue: Question;
  /** A date written out: as good as a figure in a column. */
  readonly isDate: Question;
  /** A year, or a span of them, over a column. */
  readonly isYear: Question;
  /** A sign that accountants set apart at the left of a column: it belongs to the number. */
  readonly isCurrency: Question;
  /** The number of a telephone, which counts nothing. */
  readonly isTelephone: Question;
  /** A time of the day, or from one to another. */
  readonly isTimeOfDay: Question;
  /** A mark or a number that begins an item of a list. */
  readonly isEnumerator: Question;
  readonly isCaption: Question;
  /** The number of a caption without its title. */
  readonly isCaptionNumber: Question;
  readonly isNote: Question;
  /** The number of a chapter, a figure or an annex. */
  readonly isNumbering: Question;
  /** Ends with a word after which a text goes on. */
  readonly isConnective: Question;
  /** The number of a page, with what is set about it; without spaces. */
  readonly isPageNumber: Question;
  /** What the caption with which the text begins is the caption of. */
  readonly captionOf: (text: string) => CaptionOf | undefined;
}

const SIGNS = '[-–−‐+±△▲<>≤≥~≈(\\[]';
const CURRENCY = '(?:US)?[$€£¥￥]';
const DIGITS = "[0-9０-９][0-9０-９.,，．:/’'\\s–～~〜-]*|[.．][0-9]+";
/** Marks behind a number: per cent, footnote letters and stars, closing brackets. */
const MARKS = '%％)\\]*†‡§';
/** What stands where there is no number. */
const NO_NUMBER = ['[-–−—―ー－]{1,3}', '[.…‥:*•]{1,3}', '〃', '"'];
const YEAR = '(?:1[89]|20)[0-9]{2}(?:\\s*[-–/]\\s*[0-9]{2,4})?(?:\\s*[a-z*()\\d]{0,3})?';
/** Bullets, and numbers with a dot or a bracket. */
const ENUMERATORS = [
  '[•●○◦▪■□◆◇–—\\-*·‣➢✓]',
  '\\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]',
  '[0-9]{1,2}(?:\\.[0-9]{1,2})+\\.?',
  '[①-⑳]',
  '※[0-9０-９]*',
  '[(（][0-9０-９]{1,2}[)）]',
  '\\[[0-9]{1,3}\\]',
  '[0-9０-９][．、.]',
];
/** Groups of digits as they are dialled, with the code in brackets or from 0 on. */
const TELEPHONE = [
  '\\(?[0０][0-9０-９]{1,4}[)\\-－][0-9０-９]{1,4}[\\-－][0-9０-９]{3,4}',
  '\\([0-9]{2,5}\\)\\s?[0-9]{3,4}[-\\s][0-9]{3,5}',
  '[0-9]{3}-[0-9]{3}-[0-9]{4}',
  '\\+[0-9]{1,3}[\\s-][0-9\\s()-]{6,}',
];
const TIME = '[0-2]?[0-9][:：][0-5][0-9](?:\\s*[ap]\\.?m\\.?)?';
const PAGE = '[0-9０-９]{1,4}|[ivxlc]{1,6}';
const BEFORE_PAGE = '[-－−‐‑–—―ー~〜～・<＜〈《\\[［(（【|｜]';
const BEHIND_PAGE = '[-－−‐‑–—―ー~〜～・>＞〉》\\]］)）】|｜]';

const any = (sources: readonly string[]): string => `(?:${sources.length === 0 ? '(?!)' : sources.join('|')})`;

const whole = (sources: readonly string[], flags = 'iu'): Question => {
  const pattern = new RegExp(`^${any(sources)}$`, flags);
  return (text) => pattern.test(text);
};

const start = (sources: readonly string[]): Question => {
  const pattern = new RegExp(`^${any(sources)}`, 'iu');
  return (text) => pattern.test(text);
};

/** One lexicon that knows all of the languages: a page may be set in several. */
export function joinLanguages(languages: readonly Language[]): Lexicon {
  const all = (of: (language: Language) => readonly string[] | undefined): readonly string[] => languages.flatMap((language) => of(language) ?? []);
  const counters = languages.map((language) => language.counters ?? '').join('');
  const tail = `(?:[${MARKS}${counters}]{1,3}|[a-zA-Z]{1,3}(?![a-zA-Z])|[¹²³⁴-⁹]){0,3}`;
  const number = `${SIGNS}?\\s*(?:${CURRENCY}\\s*)?${SIGNS}?\\s*(?:${DIGITS})\\s*${tail}`;
  const noNumber = [...NO_NUMBER, ...all((language) => language.noNumber)];
  const { before, of, behind } = { before: all(({ page }) => page.before), of: all(({ page }) => page.of), behind: all(({ page }) => page.behind) };
  const captions = {
    table: all(({ captions }) => captions.table),
    figure: all(({ captions }) => captions.figure),
    other: all(({ captions }) => captions.other),
  };
  const [isTable, isFigure] = [start(captions.table), start(captions.figure)];
  const connectives = new RegExp(`\\b${any(all((language) => language.connectives))}$`, 'u');
  return {
    isNumber: whole([number], 'u'),
    isPlaceholder: whole(noNumber, 'u'),
    isValue: whole([number, ...noNumber], 'u'),
    isDate: whole(all(({ dates }) => dates)),
    isYear: whole([`(?:${any(all(({ beforeYear }) => beforeYear))}\\s*)?${YEAR}`], 'u'),
    isCurrency: whole([CURRENCY], 'u'),
    isTelephone: whole(TELEPHONE, 'u'),
    isTimeOfDay: whole([`${TIME}(?:\\s*[-–—~〜～]\\s*${TIME})?`]),
    isEnumerator: whole([...ENUMERATORS, ...all(({ enumerators }) => enumerators)], 'u'),
    isCaption: start([...captions.table, ...captions.figure, ...captions.other]),
    isCaptionNumber: whole(all(({ captionNumbers }) => captionNumbers)),
    isNote: start(all(({ notes }) => notes)),
    isNumbering: whole(['[IVX]+\\.?', ...all(({ numbering }) => numbering)]),
    isConnective: (text) => connectives.test(text),
    isPageNumber: whole([
      `${any([BEFORE_PAGE, ...before])}*\\s*(?:${PAGE})\\s*(?:${any(['/', '／', ...of])}\\s*(?:[0-9０-９]{1,4}))?\\s*${any([BEHIND_PAGE, ...behind])}*`,
    ]),
    captionOf: (text) => (isTable(text) ? 'table' : isFigure(text) ? 'figure' : undefined),
  };
}
