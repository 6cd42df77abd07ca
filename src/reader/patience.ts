/**
 * How long a document's reading is waited for. The limit is meant as time at work: on a machine that does much else besides, a sound
 * document takes many times as long by the clock.
 */

/** A sheet takes tens of milliseconds a page: two minutes are for documents that will never end. */
const DOCUMENT_SECONDS = 120;
/** What every page that was read adds to the time, so that a long report is not taken for a stuck one. */
const PAGE_SECONDS = 1;
/** No number of pages makes the time longer than this: a page tree can claim any number. */
const MOST_SECONDS = 1200;
/** By the clock no reading takes more than so many times its limit, whatever else the machine does. */
const MOST_TIMES = 5;
/** A reading that was at work for less of its time than this waits for something that will not come. */
const LEAST_ACTIVE = 0.5;
/** So near to the limit it is reached: what the clock and the processor count differs a little. */
const NEARLY = 0.95;

/** How many seconds a document may take of which so many pages have been read. */
export function allowedSeconds(pagesRead: number): number {
  return Math.min(MOST_SECONDS, DOCUMENT_SECONDS + pagesRead * PAGE_SECONDS);
}

/** What has passed since a reading began, in seconds. */
export interface Elapsed {
  readonly clock: number;
  /** Processor time of the whole process. */
  readonly processor: number;
  /** By the clock, without what the reading's thread was waiting. */
  readonly active: number;
  /** Readings that shared the process, at most. */
  readonly readers: number;
}

/** How many seconds more by the clock a reading may take before it is asked again; 0 where its time is over. */
export function secondsLeft(allowed: number, { clock, processor, active, readers }: Elapsed): number {
  if (clock < allowed) return allowed - clock;
  const worked = Math.min(clock, processor / readers);
  if (active < LEAST_ACTIVE * clock || worked >= NEARLY * allowed) return 0;
  return Math.max(0, Math.min(allowed - worked, MOST_TIMES * allowed - clock));
}
