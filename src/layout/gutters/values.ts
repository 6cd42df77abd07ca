/** Which cell texts are values: what stands in a column of figures. */

const SIGNS = '[-–−‐+±△▲<>≤≥~≈(\\[]';
const CURRENCY = '(?:US)?[$€£¥￥]';
/** Marks behind a number: per cent, units, footnote letters and stars, closing brackets. */
const TAIL = '(?:[%％)\\]*†‡§人件円千百万億回時間年月日]{1,3}|[a-zA-Z]{1,3}(?![a-zA-Z])|[¹²³⁴-⁹]){0,3}';
const NUMBER = new RegExp(`^${SIGNS}?\\s*(?:${CURRENCY}\\s*)?${SIGNS}?\\s*(?:[0-9０-９][0-9０-９.,，．:/’'\\s–～~〜-]*|[.．][0-9]+)\\s*${TAIL}$`, 'u');
/** What stands where there is no number. */
const PLACEHOLDER = /^(?:[-–−—―ー－]{1,3}|[.…‥:*•]{1,3}|n\/?a\.?|N\/?A\.?|NA|nil|x|\(X\)|\(NA\)|〃|"|皆増|皆減)$/u;

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
/** A day, a month or a span of days, with its year. */
const DATE = new RegExp(
  `^(?:[0-9]{1,2}(?:\\s*[-–]\\s*[0-9]{1,2})?\\s+)?${MONTH}\\s+(?:[0-9]{1,2}(?:\\s*[-–]\\s*[0-9]{1,2})?,\\s*)?(?:1[89]|20)[0-9]{2}$`,
  'iu',
);

/** Bullets and numbers of lists. */
const ENUMERATOR =
  /^(?:[•●○◦▪■□◆◇–—\-*·‣➢✓]|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?|[①-⑳]|※[0-9０-９]*|[(（][0-9０-９一二三四五六七八九十ア-ン]{1,2}[)）]|\[[0-9]{1,3}\]|[0-9０-９ア-ン一-十][．、.])$/u;

/** A mark that begins an item of a list. */
export const isEnumerator = (text: string): boolean => ENUMERATOR.test(text);

/** A number with its signs and units. */
export const isNumber = (text: string): boolean => NUMBER.test(text);

/** A date written out: as good as a figure in a column. */
export const isDate = (text: string): boolean => DATE.test(text);

/** A sign that stands where there is no number. */
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

/** The number of a telephone: groups of digits as they are dialled, with the code in brackets or from 0 on. */
const TELEPHONE =
  /^(?:\(?[0０][0-9０-９]{1,4}[)\-－][0-9０-９]{1,4}[\-－][0-9０-９]{3,4}|\([0-9]{2,5}\)\s?[0-9]{3,4}[-\s][0-9]{3,5}|[0-9]{3}-[0-9]{3}-[0-9]{4}|\+[0-9]{1,3}[\s-][0-9\s()-]{6,})$/u;

/** A number that counts nothing. */
export const isTelephone = (text: string): boolean => TELEPHONE.test(text);

/** A number, or a sign that stands in its place. */
export const isValue = (text: string): boolean => isNumber(text) || PLACEHOLDER.test(text);
