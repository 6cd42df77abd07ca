/** Japanese years, fiscal years and months. A 年度 begins in April. */
import { narrow, parseInteger } from './numbers.js';

/** Western year before the era's first year. */
const eraOffsets: ReadonlyMap<string, number> = new Map([
  ['令和', 2018],
  ['平成', 1988],
  ['昭和', 1925],
  ['大正', 1911],
  ['明治', 1867],
  ['R', 2018],
  ['H', 1988],
  ['S', 1925],
]);

const FIRST_MONTH = 4;

const eraYear = String.raw`(?<era>令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS](?=[. ]?\d))[. ]?(?<n>元|\d{1,2}|[〇一二三四五六七八九十]{1,3})`;
/** The other reckoning beside it: `令和5(2023)年度`, `2023(令和5)年度`. */
const beside = String.raw`(?: ?\([^()]{1,8}\))?`;
const fullYear = String.raw`(?<y>(?<!\d)(?:19|20)\d\d)`;
const anyYear = `(?:${eraYear}|${fullYear})`;

/** The year with 年度, the surest reading; then a lone year that no month follows (`R3`, `令和3年`). */
const withNendo = new RegExp(`${anyYear}${beside} ?年 ?度`, 'u');
const withoutNendo = new RegExp(`${anyYear}${beside} ?年?(?! ?[\\d月./年度])`, 'u');
/** `2023` alone is a number like any other, unless nothing else is printed. */
const bareNumber = /^(?:19|20)\d\d$/u;

export interface FiscalYear {
  /** Western year in which the 年度 begins. */
  readonly year: number;
  /** As printed, without spaces: `令和３年度`. */
  readonly label: string;
}

/** The first 年度 in a text: `平成30年度末時点値` → 2018; `Ｒ３` → 2021; null for dates and plain numbers. */
export function findFiscalYear(s: string): FiscalYear | null {
  const printed = s.replace(/[\s\u3000]+/gu, ' ').trim();
  const text = narrow(s);
  const found = withNendo.exec(text) ?? (bareNumber.test(text) ? /^(?<y>\d{4})$/u.exec(text) : lone(text));
  if (found === null) return null;
  const year = westernYear(found.groups);
  // narrow() maps character by character, so that places in it are places in the printed text.
  const label = printed.slice(found.index, found.index + found[0].length).replaceAll(' ', '');
  return year === null ? null : { year, label };
}

function lone(text: string): RegExpExecArray | null {
  const found = withoutNendo.exec(text);
  if (found === null) return null;
  return found.groups?.['era'] === undefined && !/年$/u.test(found[0].trim()) ? null : found;
}

function westernYear(groups: Record<string, string> | undefined): number | null {
  const western = groups?.['y'];
  if (western !== undefined) return Number(western);
  const offset = eraOffsets.get(groups?.['era'] ?? '');
  const n = groups?.['n'];
  if (offset === undefined || n === undefined) return null;
  const year = n === '元' ? 1 : parseInteger(n);
  return year === null || year < 1 ? null : offset + year;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

const numeral = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`;
const yearAndMonth = new RegExp(`${anyYear}${beside} ?(?:年|[./-]) ?(?<month>${numeral})(?: ?月|(?!\\d))`, 'u');
const monthName = new RegExp(`(?<![\\d,.])(${numeral}) ?月`, 'gu');
/** `4～9月`, `4月から翌年3月`: the end is the deadline. */
const monthRange = new RegExp(`^(?<from>${numeral}) ?月?(?: ?[~〜-] ?| ?から ?)(?:翌年?)?(?<to>${numeral}) ?月(?:末|まで|末まで)?$`, 'u');

/** Parts of the fiscal year and the month in which each ends. */
const periods: readonly (readonly [RegExp, number])[] = [
  [/第?[1一]四半期/u, 6],
  [/第?[2二]四半期/u, 9],
  [/第?[3三]四半期/u, 12],
  [/第?[4四]四半期/u, 3],
  [/上半期|上期|前半期?/u, 9],
  [/下半期|下期|後半期?/u, 3],
  [/年度末/u, 3],
];

/**
 * When a deadline falls, as `YYYY-MM`: `3月` in fiscal year 2022 → `2023-03`, `令和5年3月末` → `2023-03`,
 * `上半期` → `2022-09`. Null for 通年, 随時 and several months.
 */
export function monthInFiscalYear(s: string, fiscalYear: number): string | null {
  const text = narrow(s);
  const months = [...text.matchAll(monthName)].flatMap((m) => parseInteger(m[1] ?? '') ?? []);
  const dated = yearAndMonth.exec(text)?.groups;
  if (dated !== undefined) {
    const year = westernYear(dated);
    const month = parseInteger(dated['month'] ?? '');
    if (year === null || month === null || months.length > 1) return null;
    return month >= 1 && month <= 12 ? `${year}-${pad(month)}` : null;
  }
  const range = monthRange.exec(text)?.groups;
  if (range !== undefined) return inFiscalYear(parseInteger(range['to'] ?? ''), fiscalYear);
  if (/翌年度|次年度|来年度/u.test(text)) return null;
  const [month, ...others] = months;
  if (month !== undefined) return others.length === 0 && !/毎月/u.test(text) ? inFiscalYear(month, fiscalYear) : null;
  const ends = periods.filter(([period]) => period.test(text)).map(([, end]) => end);
  return ends.length === 1 ? inFiscalYear(ends[0] ?? null, fiscalYear) : null;
}

function inFiscalYear(month: number | null, fiscalYear: number): string | null {
  if (month === null || month < 1 || month > 12) return null;
  return `${month >= FIRST_MONTH ? fiscalYear : fiscalYear + 1}-${pad(month)}`;
}

const fullDate = new RegExp(`${anyYear}${beside} ?(?:年|[./-]) ?(?<month>${numeral}) ?(?:月|[./-]) ?(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3}) ?日?`, 'u');

/** `令和4年4月1日` → 2022-04-01; null for what is no single day. */
export function isoDate(s: string | null): string | null {
  const groups = s === null ? undefined : fullDate.exec(narrow(s))?.groups;
  const year = westernYear(groups);
  const month = parseInteger(groups?.['month'] ?? '');
  const day = parseInteger(groups?.['day'] ?? '');
  if (year === null || month === null || day === null || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}
