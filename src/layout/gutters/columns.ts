/**
 * Phrases of a table → its columns: the stretches of x that phrases of one column share, parted by white gutters.
 *
 * ```
 *            Number of persons             spans two columns: it lies over both
 *   Country      2001    2002
 *   Austria       1.2    10.4              narrow phrases find the columns first,
 *   Belgium      11.0     9.1              wide ones join the column that they lie over
 * ```
 */
import type { Box } from '../../model/page.js';
import { PLAIN_BOOK, type Rulebook, says } from '../evidence/rulebook.js';
import { boundingBox, lastAtOrBefore, overlap } from '../geometry.js';
import type { Phrase } from './phrases.js';
import { isNumber, isPlaceholder, isValue } from './values.js';

export interface Column {
  readonly x0: number;
  readonly x1: number;
}

export interface Placement {
  /** Ascending, not overlapping. */
  readonly columns: readonly Column[];
  /** First and last column of each phrase. */
  readonly places: ReadonlyMap<Phrase, { readonly first: number; readonly last: number }>;
}

/** Phrases that overlap by less than this (em) only brush each other: side bearings, slanted letters. */
const BRUSH = 0.25;
/** A cluster of so few phrases may be a header that is set off from its column. */
const FEW = 2;
/** Header and column stand no further apart than this, em. */
const SET_OFF = 6;

/** So many figures below each other make a column before any header does. */
const FIGURES_FIRST = 3;
/** A sign for a missing number stands no further from the numbers of its column, em. */
const SIGN_OFF = 1.2;

interface Cluster {
  x0: number;
  x1: number;
  phrases: Phrase[];
}

/** `phrases` in any order; each gets a place. */
export function findColumns(phrases: readonly Phrase[], book: Rulebook = PLAIN_BOOK): Placement {
  const clusters: Cluster[] = [];
  const wide: Phrase[] = [];
  const off: Phrase[] = [];
  for (const phrase of [...phrases].sort((a, b) => rankOf(a) - rankOf(b) || widthOf(a) - widthOf(b) || a.line - b.line || a.box.x0 - b.box.x0)) {
    const [first, last] = overlapped(clusters, phrase);
    if (last < first) {
      clusters.splice(first, 0, { x0: phrase.box.x0, x1: phrase.box.x1, phrases: [phrase] });
    } else if (first === last && says(book, 'off-the-figures', isOffFigures(clusters[first], phrase), () => phrase.box)) {
      off.push(phrase);
    } else if (first === last) {
      addTo(clusters, first, phrase);
    } else {
      wide.push(phrase);
    }
  }
  // All of them look at the figures alone: one that spans two columns must not reach for the next one's header.
  const settled = off.map((phrase) => ({ phrase, at: overlapped(clusters, phrase) }));
  const homes = settled.map(({ phrase, at: [first, last] }) => ({ phrase, home: first === last ? clusters[first] : undefined }));
  for (const { phrase, home } of homes) {
    if (home === undefined) wide.push(phrase);
    else addTo(clusters, clusters.indexOf(home), phrase);
  }
  mergeClusters(clusters, wide, book);
  const places = new Map<Phrase, { first: number; last: number }>();
  clusters.forEach((cluster, i) => {
    for (const phrase of cluster.phrases) places.set(phrase, { first: i, last: i });
  });
  for (const phrase of wide) {
    const [first, last] = overlapped(clusters, phrase);
    places.set(phrase, { first: Math.min(first, last), last: Math.max(first, last) });
  }
  keepApart(phrases, wide, places, book);
  return { columns: clusters.map(({ x0, x1 }) => ({ x0, x1 })), places };
}

/**
 * Takes from texts over several columns those in which another text of their line stands alone.
 *
 * ```
 *       Veterans            widens the column of "Number" to the right …
 *   Number   Percent        … so that "Percent" brushes it
 *    8,402      47.1
 * ```
 */
function keepApart(phrases: readonly Phrase[], wide: readonly Phrase[], places: Map<Phrase, { first: number; last: number }>, book: Rulebook): void {
  if (wide.length === 0) return;
  const over = new Set(wide);
  const lines = new Set(wide.map(({ line }) => line));
  const alone = new Map<number, Phrase[]>();
  for (const phrase of phrases) {
    if (lines.has(phrase.line) && !over.has(phrase)) alone.set(phrase.line, [...(alone.get(phrase.line) ?? []), phrase]);
  }
  for (const phrase of wide) {
    const own = places.get(phrase);
    if (own === undefined) continue;
    const others = (alone.get(phrase.line) ?? []).map((other) => ({ x: other.box.x0, at: places.get(other)?.first ?? -1 }));
    const first = Math.max(own.first, ...others.filter(({ x }) => x < phrase.box.x0).map(({ at }) => at + 1));
    const last = Math.min(own.last, ...others.filter(({ x }) => x > phrase.box.x0).map(({ at }) => at - 1));
    const isLess = first <= last && last - first < own.last - own.first;
    if (says(book, 'columns-of-their-own', isLess, () => phrase.box)) places.set(phrase, { first, last });
  }
}

/** Text that leans over the side of a column of figures: a header set to the middle of one wide column, or of several. */
function isOffFigures(cluster: Cluster | undefined, phrase: Phrase): boolean {
  if (cluster === undefined || isValue(phrase) || cluster.phrases.length < FIGURES_FIRST) return false;
  const centre = (phrase.box.x0 + phrase.box.x1) / 2;
  return (centre < cluster.x0 || centre > cluster.x1) && cluster.phrases.every(isValue);
}

/** Figures show where columns are; a short header in the middle of two of them does not. */
const rankOf = (phrase: Phrase): number => (isNumber(phrase) ? 0 : 1);

const widthOf = (phrase: Phrase): number => phrase.box.x1 - phrase.box.x0;

/** Indices of the first and last cluster under the phrase; `last < first` where there is none: its place is `first`. */
function overlapped(clusters: readonly Cluster[], phrase: Phrase): [first: number, last: number] {
  const { x0, x1 } = phrase.box;
  const brush = Math.min(BRUSH * phrase.size, 0.3 * (x1 - x0));
  const starts = clusters.map((cluster) => cluster.x0);
  let first = Math.max(0, lastAtOrBefore(starts, x0));
  while (first < clusters.length && (clusters[first]?.x1 ?? 0) - x0 <= brush) first += 1;
  let last = first - 1;
  while (last + 1 < clusters.length && x1 - (clusters[last + 1]?.x0 ?? Infinity) > brush) last += 1;
  return [first, last];
}

/** Widens a cluster, as far as its neighbours leave room. */
function addTo(clusters: readonly Cluster[], at: number, phrase: Phrase): void {
  const cluster = clusters[at];
  if (cluster === undefined) return;
  cluster.x0 = Math.max(Math.min(cluster.x0, phrase.box.x0), clusters[at - 1]?.x1 ?? -Infinity);
  cluster.x1 = Math.min(Math.max(cluster.x1, phrase.box.x1), clusters[at + 1]?.x0 ?? Infinity);
  cluster.phrases.push(phrase);
}

type IsOneColumn = (i: number, clusters: readonly Cluster[], wide: readonly Phrase[]) => boolean;

/**
 * Neighbours that no line keeps apart are one column: first those that a wider phrase of the column lies over, then headers
 * set off from their figures.
 */
function mergeClusters(clusters: Cluster[], wide: Phrase[], book: Rulebook): void {
  for (const [rule, isOneColumn] of MERGERS) {
    for (let i = 0; i + 1 < clusters.length; i += 1) {
      const left = clusters[i];
      const right = clusters[i + 1];
      if (left === undefined || right === undefined || !says(book, rule, isOneColumn(i, clusters, wide), () => boxOfClusters(left, right))) continue;
      clusters.splice(i, 2, { x0: left.x0, x1: right.x1, phrases: [...left.phrases, ...right.phrases] });
      for (let k = wide.length - 1; k >= 0; k -= 1) {
        const phrase = wide[k];
        if (phrase === undefined) continue;
        const [first, last] = overlapped(clusters, phrase);
        if (first !== last) continue;
        addTo(clusters, first, phrase);
        wide.splice(k, 1);
      }
      // What was merged may go with its left neighbour too.
      i = Math.max(-1, i - 2);
    }
  }
}

const boxOfClusters = (left: Cluster, right: Cluster): Box => boundingBox([...left.phrases, ...right.phrases].map(({ box }) => box));

/** Lines that have phrases in both. */
function linesApart(left: Cluster, right: Cluster): number {
  const lines = new Set(left.phrases.map((phrase) => phrase.line));
  return new Set(right.phrases.filter((phrase) => lines.has(phrase.line)).map((phrase) => phrase.line)).size;
}

const across = (left: Cluster, right: Cluster, wide: readonly Phrase[]): number =>
  wide.filter(({ box }) => overlap(box.x0, box.x1, left.x0, left.x1) > 0 && overlap(box.x0, box.x1, right.x0, right.x1) > 0).length;

function isLaidOver(i: number, clusters: readonly Cluster[], wide: readonly Phrase[]): boolean {
  const left = clusters[i];
  const right = clusters[i + 1];
  if (left === undefined || right === undefined) return false;
  const apart = linesApart(left, right);
  const over = across(left, right, wide);
  return apart === 0 ? over > 0 : over > 2 * apart && apart <= FEW;
}

/** Signs for missing numbers (: – n.a.) are set to the column's edge or its middle, where no decimal is. */
function standsForNumbers(i: number, clusters: readonly Cluster[]): boolean {
  const left = clusters[i];
  const right = clusters[i + 1];
  if (left === undefined || right === undefined || linesApart(left, right) > 0) return false;
  const isSigns = ({ phrases }: Cluster): boolean => phrases.every(isPlaceholder);
  return isSigns(left) !== isSigns(right) && right.x0 - left.x1 <= SIGN_OFF * (left.phrases[0]?.size ?? 0);
}

/** All of a cluster's phrases stand above all of the other's: a header, however far it is set off. */
const isAbove = (few: Cluster, other: Cluster): boolean =>
  Math.max(...few.phrases.map((phrase) => phrase.line)) < Math.min(...other.phrases.map((phrase) => phrase.line));

function isHeaderOf(i: number, clusters: readonly Cluster[]): boolean {
  const left = clusters[i];
  const right = clusters[i + 1];
  if (left === undefined || right === undefined || linesApart(left, right) > 0) return false;
  const gap = right.x0 - left.x1;
  const few = left.phrases.length <= right.phrases.length ? left : right;
  const size = few.phrases[0]?.size ?? 0;
  if (few.phrases.length > FEW || (gap > SET_OFF * size && !isAbove(few, few === left ? right : left))) return false;
  // A header between two columns goes to the nearer of those that it could head.
  const other = few === left ? clusters[i - 1] : clusters[i + 2];
  if (other === undefined || linesApart(few, other) > 0) return true;
  return gap <= (few === left ? few.x0 - other.x1 : other.x0 - few.x1);
}

/** In the order in which they are asked. */
const MERGERS: readonly (readonly ['laid-over-both' | 'signs-for-numbers' | 'header-set-off', IsOneColumn])[] = [
  ['laid-over-both', isLaidOver],
  ['signs-for-numbers', standsForNumbers],
  ['header-set-off', isHeaderOf],
];
