/**
 * Printed numbers → numbers. A text that does not say one single number gives null: a gap is better
 * than a wrong value.
 */

const kanjiDigits: ReadonlyMap<string, number> = new Map([...'〇一二三四五六七八九'].map((digit, value): [string, number] => [digit, value]));
const smallUnits: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const largeUnits: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
]);

/** `5,445,323`, `90.0`, `1億2,345万`, `475,710千` in ASCII digits. */
export const arabicNumeral = String.raw`\d[\d,]*(?:\.\d+)?(?:[十百千万億兆]+(?:\d[\d,]*(?:\.\d+)?[十百千万億兆]*)*)?`;
/** `四十四`, `千二百`, `二〇二三`. */
export const kanjiNumeral = '[〇一二三四五六七八九十百千万億兆]+';
/** △ and ▲ are the accounts' minus sign; the dashes are the hyphen's look-alikes. */
export const negativeSign = String.raw`[-−‐–△▲]`;

/** Binary noise of decimals times a unit (1.2億) lies beyond the digits that anyone prints. */
const SIGNIFICANT_DIGITS = 15;

/** Full-width ASCII and spaces to their ordinary twins. Not NFKC, which would turn ① into a digit. */
export function narrow(s: string): string {
  return s
    .replace(/[\uFF01-\uFF5E]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]+/gu, ' ')
    .trim();
}

/** False for `4,50` or `1,2345`: two numbers or a typing error, more likely than one number. */
function groupsAreThousands(digits: string): boolean {
  return !digits.includes(',') || /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits);
}

/**
 * `千二百` → 1200, `五六` → 56, `1億2,345万` → 123450000, `475,710千` → 475710000; null where digits
 * and units do not make one number. Without a sign; already narrow.
 */
export function numeralValue(text: string): number | null {
  let total = 0;
  let section = 0;
  let current: number | null = null;
  let lastSmall = Infinity;
  let lastLarge = Infinity;
  for (const token of text.match(/\d[\d,]*(?:\.\d+)?|./gu) ?? []) {
    const digit = kanjiDigits.get(token);
    const small = smallUnits.get(token);
    const large = largeUnits.get(token);
    if (/^\d/.test(token)) {
      if (current !== null || !groupsAreThousands(token)) return null;
      current = Number(token.replaceAll(',', ''));
    } else if (digit !== undefined) {
      current = (current ?? 0) * 10 + digit;
    } else if (small !== undefined) {
      if (small >= lastSmall) return null;
      section += (current ?? 1) * small;
      current = null;
      lastSmall = small;
    } else if (large !== undefined) {
      const head = section + (current ?? 0);
      if (large >= lastLarge || head === 0) return null;
      total += head * large;
      section = 0;
      current = null;
      lastSmall = Infinity;
      lastLarge = large;
    } else {
      return null;
    }
  }
  if (text === '') return null;
  return Number((total + section + (current ?? 0)).toPrecision(SIGNIFICANT_DIGITS));
}

/** `△1,234` → -1234: a numeral with or without a sign, already narrow. */
export function signedValue(text: string): number | null {
  const digits = text.replace(new RegExp(`^${negativeSign} ?`, 'u'), '');
  const value = numeralValue(digits);
  if (value === null || value === 0 || digits === text) return value;
  return -value;
}

const signedNumeral = `(?:${negativeSign} ?)?(?:${arabicNumeral}|${kanjiNumeral})`;
const wholeNumber = new RegExp(`^${signedNumeral}$`, 'u');

/** `５，４４５，３２３` → 5445323, `四十四` → 44, `△３` → -3; null for anything but one whole number. */
export function parseInteger(s: string): number | null {
  const text = narrow(s);
  if (!wholeNumber.test(text)) return null;
  const value = signedValue(text);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

const yen = new RegExp(`^約? ?(${signedNumeral}) ?([十百千万億兆]*)円$`, 'u');

/**
 * `475,710千円` → 475710000, `1億2,345万円` → 123450000, `12 百万円` → 12000000; null without 円 or with
 * more than one amount.
 */
export function parseYen(s: string): number | null {
  const found = yen.exec(narrow(s));
  if (found?.[1] === undefined) return null;
  const value = signedValue(found[1] + (found[2] ?? ''));
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

const count = new RegExp(`^(${signedNumeral}) ?(?:人|名|件|回|日|か所|カ所|ヶ所|箇所|団体|施設|世帯)?$`, 'u');

/** `44人` → 44, `９１名` → 91; null where anything else is printed. */
export function parseCount(s: string): number | null {
  const printed = count.exec(narrow(s))?.[1];
  return printed === undefined ? null : parseInteger(printed);
}
