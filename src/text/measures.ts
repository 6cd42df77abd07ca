/** ①②③ of 指標, 目標値 and 実績値 side by side. */
import { narrow } from './numbers.js';
import { parseQuantity, type Bound, type Quantity } from './quantity.js';

export interface Marked {
  /** `①` as printed; empty for text before the first mark, or without marks. */
  readonly label: string;
  readonly text: string;
}

export interface Measure {
  readonly label: string;
  readonly indicator: string | null;
  readonly target: string | null;
  readonly targetValue: number | null;
  readonly targetUnit: string | null;
  readonly targetBound: Bound | null;
  readonly actual: string | null;
  readonly actualValue: number | null;
  readonly actualUnit: string | null;
  /** The actual number beside the target's; null unless both are single numbers in one unit. */
  readonly comparison: 'above' | 'equal' | 'below' | null;
  /** 1 attained, 0 not, null where the numbers cannot tell. */
  readonly attained: 0 | 1 | null;
}

/** ①–⑳, ⑴–⒇, ⓵–⓾, (1)–(99) in either width. */
const mark = /^\s*([\u2460-\u2487\u24F5-\u24FE]|[(（][0-9０-９]{1,2}[)）])\s*/u;

/**
 * `①12種類\n②3回` → [{①, 12種類}, {②, 3回}]. Marks count at the start of a line, and in a
 * line that runs on in sequence (`①実施 ②5件`). A line without a mark
 * belongs to the mark above it; text before the first mark has the label ''.
 */
export function splitMarked(text: string): readonly Marked[] {
  const parts: { label: string; lines: string[] }[] = [];
  for (const line of text.split('\n').flatMap(splitRun)) {
    const found = mark.exec(line);
    const label = found?.[1];
    const last = parts.at(-1);
    if (label !== undefined) parts.push({ label, lines: [line.slice(found?.[0].length)] });
    else if (last === undefined) parts.push({ label: '', lines: [line] });
    else last.lines.push(line);
  }
  return parts.map(({ label, lines }) => ({ label, text: lines.join('\n').trim() })).filter(({ label, text: t }) => label !== '' || t !== '');
}

const spacedCircled = /\s+(?=[\u2460-\u2473])/u;

/** `①実施 ②5件` → its parts: a line that begins with a mark and goes on with the marks that follow it. */
function splitRun(line: string): readonly string[] {
  const parts = line.trim().split(spacedCircled);
  const inSequence = parts.every((part, i) => i === 0 || firstCodePoint(part) === firstCodePoint(parts[i - 1] ?? '') + 1);
  return inSequence ? parts : [line];
}

function firstCodePoint(s: string): number {
  return s.codePointAt(0) ?? 0;
}

/** `(1)` and `（１）` are the same mark. */
export function labelKey(label: string): string {
  return narrow(label);
}

interface Column {
  /** Texts of each mark, in order of printing. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly labels: ReadonlyMap<string, string>;
}

function column(text: string | null): Column {
  const texts = new Map<string, string[]>();
  const labels = new Map<string, string>();
  for (const part of splitMarked(text ?? '')) {
    const key = labelKey(part.label);
    const seen = texts.get(key);
    if (seen === undefined) texts.set(key, [part.text]);
    else seen.push(part.text);
    if (!labels.has(key)) labels.set(key, part.label);
  }
  return { texts, labels };
}

/**
 * One measure a mark, in the order in which the marks first appear (指標 first); cells without marks make one
 * measure with the label ''. A mark that a column lacks is null there; a mark printed twice in one column
 * keeps both texts, and no number, because nothing says which one counts.
 */
export function pairMeasures(indicator: string | null, target: string | null, actual: string | null): readonly Measure[] {
  const columns = [column(indicator), column(target), column(actual)] as const;
  const labels = new Map<string, string>();
  for (const { labels: own } of columns) {
    for (const [key, label] of own) if (!labels.has(key)) labels.set(key, label);
  }
  const [indicators, targets, actuals] = columns;
  return [...labels].sort(byMark).map(([key, label]) => {
    const targetTexts = targets.texts.get(key) ?? [];
    const actualTexts = actuals.texts.get(key) ?? [];
    const wanted = single(targetTexts);
    const reached = single(actualTexts);
    return {
      label,
      indicator: joined(indicators.texts.get(key) ?? []),
      target: joined(targetTexts),
      targetValue: wanted?.value ?? null,
      targetUnit: wanted?.unit || null,
      targetBound: wanted?.bound ?? null,
      actual: joined(actualTexts),
      actualValue: reached?.value ?? null,
      actualUnit: reached?.unit || null,
      comparison: comparison(wanted, reached),
      attained: attained(wanted, reached),
    };
  });
}

/** Marks have code points in their order; text without a mark stands first. Stable for the rest. */
function byMark([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return markOrder(a) - markOrder(b);
}

function markOrder(key: string): number {
  if (key === '') return -1;
  return key.startsWith('(') ? Number(key.slice(1, -1)) : firstCodePoint(key);
}

function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n');
}

function single(texts: readonly string[]): Quantity | null {
  const [text, ...others] = texts;
  return text === undefined || others.length > 0 ? null : parseQuantity(text);
}

function comparison(target: Quantity | null, actual: Quantity | null): Measure['comparison'] {
  if (target === null || actual === null || target.unit !== actual.unit || actual.bound !== null) return null;
  if (actual.value === target.value) return 'equal';
  return actual.value > target.value ? 'above' : 'below';
}

/**
 * Where the target says 以上 or 以下, that decides. Without a bound nothing says whether more is better
 * (利用者数) or worse (時間外勤務時間): only a value that equals the target is known to attain it.
 */
function attained(target: Quantity | null, actual: Quantity | null): 0 | 1 | null {
  if (target === null || actual === null || target.unit !== actual.unit || actual.bound !== null) return null;
  if (target.bound === 'min') return actual.value >= target.value ? 1 : 0;
  if (target.bound === 'max') return actual.value <= target.value ? 1 : 0;
  return actual.value === target.value ? 1 : null;
}
