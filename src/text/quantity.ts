/** Target and actual values: `90.0以下`, `約2,048時間`, `37.0 (60.3) ※1`. */
import { arabicNumeral, kanjiNumeral, narrow, negativeSign, signedValue } from './numbers.js';

export type Bound = 'min' | 'max';

export interface Quantity {
  readonly value: number;
  /** As printed, in half width (`％` → `%`); empty where none is printed. */
  readonly unit: string;
  /** `90以上` → `min`: the value must at least be reached. */
  readonly bound: Bound | null;
}

export interface IndicatorValue {
  readonly value: number | null;
  /** The second value, in parentheses. */
  readonly valueAlt: number | null;
  /** Footnote marks as printed: `※1`. */
  readonly marks: readonly string[];
  readonly bound: Bound | null;
}

/**
 * Units after which a number is a quantity. A closed list: what follows a number in Japanese without a
 * space may as well be a word (`3市協働`, `5歳児健診`). 月, 年度, 号, 期 are left out: they make dates and ordinals.
 */
const counters = [
  '人日',
  '人時',
  '人',
  '名',
  '件',
  '回',
  '日間',
  '日',
  '時間',
  '分間',
  '分',
  '秒',
  'か月',
  'ヶ月',
  'ヵ月',
  'カ月',
  '箇月',
  '週間',
  '年間',
  'パーセント',
  '%',
  '‰',
  'ポイント',
  'pt',
  'P',
  '点',
  '円',
  'か所',
  'カ所',
  'ヶ所',
  'ヵ所',
  '箇所',
  'ケ所',
  '施設',
  '団体',
  '種類',
  '種',
  '枚',
  '冊',
  '台',
  '本',
  '棟',
  '戸',
  '校',
  '園',
  '室',
  '席',
  '床',
  '世帯',
  '社',
  '店舗',
  '店',
  '事業所',
  '事業',
  '項目',
  '講座',
  'コース',
  '倍',
  '割',
  '㎡',
  'm2',
  'm²',
  '㎥',
  'm3',
  '㎞',
  'km',
  '㎝',
  'cm',
  'm',
  'ha',
  'トン',
  't',
  'kg',
  '㎏',
  'g',
  'kWh',
  'kl',
  'L',
  '自治体',
  '市町村',
  '地区',
  '個',
  '組',
  '班',
  'か国',
  'ヶ国',
  'カ国',
  '言語',
  'ページ',
  '頁',
  '部',
  '通',
  '便',
  '路線',
  '基',
  '頭',
  '匹',
  '羽',
  '株',
  '食',
  '品目',
  '事例',
  '案件',
  '区画',
  '口',
  '両',
  '隻',
  '橋',
  '箱',
  '袋',
  '個所',
  '団',
  '法人',
  '企業',
  '家庭',
  '票',
  '投稿',
  'フォロワー',
  'アクセス',
  'PV',
  'サイト',
  'アカウント',
  'チーム',
  'グループ',
  'クラス',
];
const unit = `(?:[十百千万億兆]*円|${[...counters].sort((a, b) => b.length - a.length).join('|')})`;
/** `日/人`, `%/年`, `回／月`. */
const rate = String.raw`(?: ?/ ?(?:1 ?)?(?:人|年|月|日|回|件|世帯|年度|か月|ヶ月|週|時間))?`;
const lower = '(?:以上|超(?:え)?|を超える|より多い)';
const upper = '(?:以下|以内|未満|を下回る|より少ない)';
/** Belongs to what is counted: a reduction of 10 % is not 10 %. */
const change = '(?:の?(?:削減|減少|減|増加|増|向上|上昇|短縮|低下))?';
/** Says that it was done; the number stays the number. */
const done = '(?:の?(?:実施|開催|達成|設置|作成|配布|発行|参加|発信|更新|完了)(?:済み?|した)?)?';
const lead = '(?:約|およそ|のべ|延べ|延|計|合計|累計|総計|各|平均|年間?|月|全)?';
/** Words before the number, as in `習熟度4以上`: not ending in a letter (`R5`, `A4`) nor in 第 (an ordinal). */
const subject = String.raw`(?:[^\d。、,※]{0,60}[^\dA-Za-z。、,.:：※第\-+/~〜(])?`;

const arabicQuantity = new RegExp(
  `^(?<subject>${subject}?) ?${lead} ?(?<number>(?:${negativeSign} ?)?${arabicNumeral}) ?(?<unit>${unit}${rate})?(?<change>${change})(?:(?<min>${lower})|(?<max>${upper})|程度|前後)?${done}$`,
  'u',
);
/** Kanji digits only with a counter that makes no word of them (一部, 十分 are words). */
const kanjiQuantity = new RegExp(
  `^(?<subject>)${lead}(?<number>${kanjiNumeral})(?<unit>人|名|件|回|か所|箇所|施設|団体|枚|冊|台|世帯|時間|日間|[千万億]*円|パーセント|%)(?<change>)(?:(?<min>${lower})|(?<max>${upper})|程度)?$`,
  'u',
);

const compound = `${unit} ?/ ?(?:1 ?)?${unit}`;
const wholeUnit = new RegExp(`^(?:${unit}${rate}|${compound})$`, 'u');
const wholeCompound = new RegExp(`^${compound}$`, 'u');

/** Is the text, in half width, a unit and nothing else: 千円, 人, 回/月, 千円/t? */
export function isUnit(text: string): boolean {
  return wholeUnit.test(text);
}

/** Is the text, in half width, one unit per another and nothing else: 千円/t? No word of a form reads so. */
export function isCompoundUnit(text: string): boolean {
  return wholeCompound.test(text);
}

/** ①, ⑴, (1) or a bullet in front. */
const leadingMark = /^(?:[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793]|\(\d{1,2}\)|[・●○■□◆◇])\s*/u;
const enclosed = /[\u2460-\u24FF\u2776-\u2793\u3251-\u325F\u32B1-\u32BF]/u;
/** A remark after the number: `147時間(10%削減)`. */
const trailingRemark = /\s*\([^()]*\)$/u;
const note = /\s*※[\s\S]*$/u;

/**
 * `90.0以下` → { 90, '', 'max' }, `約2,048時間` → { 2048, '時間', null }, `①12種類` → { 12, '種類', null }.
 * A remark in parentheses and a ※ note are not part of the number. Null where the text says no single
 * number: prose, `20% 42%`, `4回7種`, dates, ordinals.
 */
export function parseQuantity(s: string): Quantity | null {
  const text = narrow(s.trim().replace(leadingMark, '').replace(note, '')).replace(trailingRemark, '');
  if (enclosed.test(text)) return null;
  const groups = (arabicQuantity.exec(text) ?? kanjiQuantity.exec(text))?.groups;
  const number = groups?.['number'];
  if (groups === undefined || number === undefined) return null;
  const value = signedValue(number);
  if (value === null) return null;
  const printedUnit = groups['unit'];
  // 475,710千円: units of ten before 円 multiply the number, so that 千円 and 円 compare.
  const isYen = printedUnit?.endsWith('円') === true;
  const yenValue = isYen ? signedValue(number + (printedUnit ?? '').slice(0, -1)) : value;
  if (yenValue === null) return null;
  const unitText = isYen ? '円' : (printedUnit ?? '').replaceAll(' ', '');
  return {
    value: yenValue,
    unit: unitText + (groups['change'] ?? ''),
    bound: groups['min'] !== undefined ? 'min' : groups['max'] !== undefined ? 'max' : null,
  };
}

const footnoteMark = /※\s*\d*/gu;

/**
 * `37.0 (60.3)\n※1` → 37 and 60.3 with the mark ※1; `—※3` → no value, mark ※3; `90.0以下` → 90, bound max.
 */
export function parseIndicatorValue(s: string): IndicatorValue {
  const marks = [...narrow(s).matchAll(footnoteMark)].map((m) => m[0].replaceAll(' ', ''));
  const rest = narrow(narrow(s).replace(footnoteMark, ' '));
  const second = /^(?<main>[^()]*\S) ?\((?<alt>[^()]*)\)$/u.exec(rest)?.groups;
  const main = parseQuantity(second?.['main'] ?? rest);
  const alt = second?.['alt'] === undefined ? null : parseQuantity(second['alt']);
  return { value: main?.value ?? null, valueAlt: alt?.value ?? null, marks, bound: main?.bound ?? null };
}
