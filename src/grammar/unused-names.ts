/**
 * What a grammar says to no effect: named groups that go nowhere, settings that their place does not know, fields that
 * nothing fills, two fields on one label. Each would be a value lost in silence.
 *
 * Works on the file's plain data, so that it also looks through the parts of a file whose other parts are broken.
 */
import { matchKey } from '../text/fold.js';
import { didYouMean, isMapping, valueAt, type KeyPath, type Problem } from './problems.js';
import { itemFields, sheetFields } from './schema.js';
import { pattern } from './words.js';

interface Labelled {
  readonly path: KeyPath;
  /** The field's name; undefined for labels without a column of their own. */
  readonly name: string | undefined;
  readonly label: readonly string[];
  readonly under: readonly string[];
  readonly parts: Readonly<Record<string, unknown>>;
}

interface PlacedPattern {
  readonly path: KeyPath;
  readonly source: string;
}

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

class Raw {
  readonly #source: unknown;

  constructor(source: unknown) {
    this.#source = source;
  }

  at(path: KeyPath): unknown {
    return valueAt(this.#source, path);
  }

  get each(): unknown {
    return this.at(['items', 'each']);
  }

  pattern(path: KeyPath): readonly PlacedPattern[] {
    const source = this.at(path);
    return typeof source === 'string' ? [{ path, source }] : [];
  }

  patterns(path: KeyPath): readonly PlacedPattern[] {
    return this.list(path).flatMap((_, index) => this.pattern([...path, index]));
  }

  list(path: KeyPath): readonly unknown[] {
    const value = this.at(path);
    return Array.isArray(value) ? value : [];
  }

  keys(path: KeyPath): readonly string[] {
    const value = this.at(path);
    return isMapping(value) ? Object.keys(value) : [];
  }

  labelled(path: KeyPath, name?: string): readonly Labelled[] {
    const value = this.at(path);
    const parts = isMapping(value) ? value : {};
    const label = textsOf(isMapping(value) ? value['label'] : value);
    return label.length === 0 ? [] : [{ path, name, label, under: textsOf(parts['under']), parts }];
  }

  fields(path: KeyPath): readonly Labelled[] {
    return this.keys(path).flatMap((name) => this.labelled([...path, name], name));
  }

  others(path: KeyPath): readonly Labelled[] {
    return this.list(path).flatMap((_, index) => this.labelled([...path, index]));
  }
}

export function groupsOf(source: string): readonly string[] {
  return [...source.matchAll(/\(\?<([\p{L}_$][\p{L}\p{N}_$]*)>/gu)].flatMap(([, name]) => name ?? []);
}

/** A pattern that is broken is reported as such, and for nothing else. */
function isExpression(source: string): boolean {
  return pattern.safeParse(source).success;
}

const sheetNames: readonly string[] = sheetFields.options;
const itemNames: readonly string[] = itemFields.options;

export function unusedNames(source: unknown): readonly Problem[] {
  const raw = new Raw(source);
  return [...unusedGroups(raw), ...sharedLabels(raw), ...unusedParts(raw), ...unfilledFields(raw), ...wrongCode(raw)];
}

/** A pattern where groups must be among `names`; `needed` groups without which it has no effect. */
function groupProblems(patterns: readonly PlacedPattern[], names: readonly string[], needed: readonly string[] = []): readonly Problem[] {
  return patterns.flatMap(({ path, source }) => {
    const groups = groupsOf(source);
    const strangers = groups.filter((name) => !names.includes(name));
    const lost = needed.filter((name) => !groups.includes(name));
    return [
      ...strangers.map(
        (name): Problem => ({
          path,
          message: `the group ${name} goes nowhere${names.length === 0 ? ': nothing is taken from this pattern' : `${didYouMean(name, names)} (groups that are read here: ${names.join(', ')})`}`,
        }),
      ),
      ...(lost.length > 0
        ? [{ path, message: `needs the named group${lost.length > 1 ? 's' : ''} ${lost.map((name) => `(?<${name}>…)`).join(' and ')}` }]
        : []),
    ];
  });
}

/** Patterns that split what they match into fields: one group at least, or the text goes nowhere. */
function splitProblems(patterns: readonly PlacedPattern[], names: readonly string[]): readonly Problem[] {
  const empty = patterns
    .filter(({ source }) => isExpression(source) && groupsOf(source).length === 0)
    .map(({ path }): Problem => ({ path, message: 'has no named group: what it matches goes nowhere (known text belongs to labels)' }));
  return [...groupProblems(patterns, names), ...empty];
}

function unusedGroups(raw: Raw): readonly Problem[] {
  const ofSheet = raw.each === 'sheet' ? [...sheetNames, ...itemNames] : sheetNames;
  const fieldPatterns = [...raw.fields(['sheet', 'fields']), ...(raw.each === 'sheet' ? raw.fields(['items', 'fields']) : [])].flatMap(({ path }) =>
    raw.pattern([...path, 'pattern']),
  );
  const derived = raw.list(['sheet', 'derive']).flatMap((_, index) => raw.pattern(['sheet', 'derive', index, 'pattern']));
  const levels = raw.list(['outline', 'levels']).flatMap((_, index) => raw.pattern(['outline', 'levels', index, 'pattern']));
  const asides = raw.list(['asides']).flatMap((_, index) => [...raw.pattern(['asides', index, 'from']), ...raw.pattern(['asides', index, 'until'])]);
  return [
    ...groupProblems(raw.patterns(['document', 'title']), ['title', 'fiscal_year_label']),
    ...splitProblems(raw.patterns(['sheet', 'lines']), ofSheet),
    ...splitProblems(fieldPatterns, ofSheet),
    ...splitProblems(derived, sheetNames),
    ...groupProblems(raw.pattern(['items', 'starts']), itemNames),
    ...groupProblems(levels, ['number', 'title'], ['number']),
    ...groupProblems(raw.pattern(['outline', 'marks']), ['indicator_nos'], ['indicator_nos']),
    ...groupProblems(raw.pattern(['indicators', 'footnote']), ['mark', 'note'], ['mark', 'note']),
    ...groupProblems(raw.pattern(['indicators', 'target']), []),
    ...groupProblems(raw.pattern(['checks', 'listed']), ['item_no'], ['item_no']),
    ...groupProblems([...raw.patterns(['labels']), ...asides], []),
  ];
}

/** Labels beside values, whichever part of the grammar names them. */
function besideValues(raw: Raw): readonly Labelled[] {
  const own = raw.each === 'row' ? [] : [...raw.fields(['items', 'fields']), ...raw.others(['items', 'others']), ...raw.others(['items', 'ratings'])];
  const parts = raw.each === 'sheet' ? [...raw.labelled(['items', 'parts', 'starts']), ...raw.others(['items', 'parts', 'others'])] : [];
  return [...raw.fields(['sheet', 'fields']), ...raw.others(['sheet', 'others']), ...own, ...parts];
}

/** Of two fields on one label, without `under` to tell them apart, one would never be read. */
function sharedLabels(raw: Raw): readonly Problem[] {
  const keyOf = (label: string): string => (label.startsWith('/') ? label : matchKey(label));
  return [besideValues(raw), raw.each === 'row' ? raw.fields(['items', 'columns']) : []].flatMap((fields) => {
    const seen = new Map<string, KeyPath>();
    return fields.flatMap(({ path, label, under }) =>
      label.flatMap((one): readonly Problem[] => {
        const places = under.length === 0 ? [''] : under.map(keyOf);
        const keys = places.map((place) => `${keyOf(one)}\n${place}`);
        const first = keys.map((key) => seen.get(key)).find((held) => held !== undefined && held !== path);
        for (const key of keys) if (!seen.has(key)) seen.set(key, path);
        return first === undefined ? [] : [{ path, message: `the label ${one} is that of ${first.join('.')} too: under: must tell them apart` }];
      }),
    );
  });
}

/** Settings without effect where they stand. */
function unusedParts(raw: Raw): readonly Problem[] {
  const beside = besideValues(raw);
  const columns = raw.each === 'row' ? raw.fields(['items', 'columns']) : [];
  const say = (fields: readonly Labelled[], names: readonly string[], why: string): readonly Problem[] =>
    fields.flatMap(({ path, parts }) =>
      names.filter((name) => name in parts).map((name): Problem => ({ path: [...path, name], message: `has no effect: ${why}` })),
    );
  const unsplit = beside.filter(({ path, name }) => name === undefined || (raw.each === 'block' && path[0] === 'items'));
  return [
    ...say(columns, ['pattern', 'under', 'value', 'cells'], "a column's values stand below its head, one cell each"),
    ...say(unsplit, ['pattern'], 'only the fields of a sheet, or of an item that is a sheet, are split into others'),
    ...[...beside, ...columns].flatMap(({ path, parts }): readonly Problem[] => {
      const choices = textsOf(parts['choices']).length;
      if (parts['as'] === 'choices' && choices === 0) return [{ path, message: 'as: choices needs choices: [word, word]' }];
      return choices > 0 && parts['as'] !== 'choices' ? [{ path: [...path, 'choices'], message: 'has no effect without as: choices' }] : [];
    }),
    ...beside.flatMap(({ path, parts }): readonly Problem[] =>
      (parts['as'] === 'marked' || parts['as'] === 'list') && parts['cells'] !== undefined
        ? [{ path: [...path, 'cells'], message: `has no effect beside as: ${parts['as']}, which takes every cell` }]
        : [],
    ),
  ];
}

/** Names of fields that something refers to and nothing fills. */
function unfilledFields(raw: Raw): readonly Problem[] {
  const groups = (patterns: readonly PlacedPattern[]): readonly string[] => patterns.flatMap(({ source }) => groupsOf(source));
  const filledBy = (fields: readonly Labelled[]): readonly string[] =>
    fields.flatMap(({ path, name, parts }) => (typeof parts['pattern'] === 'string' ? groups(raw.pattern([...path, 'pattern'])) : (name ?? [])));
  const derived = raw.list(['sheet', 'derive']).flatMap((_, index) => groups(raw.pattern(['sheet', 'derive', index, 'pattern'])));
  const printed = [
    ...filledBy(raw.fields(['sheet', 'fields'])),
    ...groups(raw.patterns(['sheet', 'lines'])),
    ...(raw.each === 'sheet' ? filledBy(raw.fields(['items', 'fields'])) : []),
  ];
  const ofSheet = new Set([...printed, ...derived].filter((name) => sheetNames.includes(name)));
  const labelled = raw.each === 'row' ? raw.keys(['items', 'columns']) : raw.each === 'block' ? raw.keys(['items', 'fields']) : [];
  const read = new Set(
    [...labelled, ...groups(raw.pattern(['items', 'starts'])), ...(raw.each === 'sheet' ? printed : [])].filter((name) => itemNames.includes(name)),
  );
  const ofItem = new Set([...read, ...raw.keys(['inherit'])]);
  const mayStart = new Set([...printed.filter((name) => sheetNames.includes(name)), ...(raw.each === 'sheet' ? read : [])]);
  const check = (path: KeyPath, filled: ReadonlySet<string>, known: readonly string[], what: string): readonly Problem[] => {
    const name = raw.at(path);
    if (typeof name !== 'string' || !known.includes(name) || filled.has(name)) return [];
    return [{ path, message: `nothing in this grammar fills ${name}${filled.size > 0 ? ` (${what} filled here: ${[...filled].join(', ')})` : ''}` }];
  };
  const inLabels = new Set(raw.keys(['items', 'fields']));
  return [
    ...raw.list(['sheet', 'starts']).flatMap((_, index) => check(['sheet', 'starts', index], mayStart, [...sheetNames, ...itemNames], 'fields')),
    ...raw.list(['sheet', 'derive']).flatMap((_, index) => check(['sheet', 'derive', index, 'from'], ofSheet, sheetNames, 'fields of the sheet')),
    ...raw.keys(['inherit']).flatMap((name) => check(['inherit', name], ofSheet, sheetNames, 'fields of the sheet')),
    ...raw.list(['items', 'needs']).flatMap((_, index) => check(['items', 'needs', index], inLabels, itemNames, 'labelled fields')),
    ...raw.list(['checks', 'required']).flatMap((_, index) => check(['checks', 'required', index], ofItem, itemNames, 'fields')),
  ];
}

/** Weights of the five digits of a 全国地方公共団体コード, whose sixth is 11 less their weighed sum modulo 11, its last digit. */
const codeWeights = [6, 5, 4, 3, 2];

export function checkDigitOf(digits: string): number {
  const sum = codeWeights.reduce((total, weight, index) => total + weight * Number(digits[index] ?? 0), 0);
  return (11 - (sum % 11)) % 10;
}

function wrongCode(raw: Raw): readonly Problem[] {
  const path = ['municipality', 'code'];
  const code = raw.at(path);
  if (typeof code !== 'string' || !/^\d{6}$/u.test(code)) return [];
  const digit = checkDigitOf(code);
  return digit === Number(code[5])
    ? []
    : [{ path, message: `the check digit of ${code.slice(0, 5)} is ${digit}, not ${code[5] ?? ''}: ${code.slice(0, 5)}${digit}, or another digit is wrong` }];
}
