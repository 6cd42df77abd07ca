// @ts-check
'use strict';
// Full-text search over the values: the open document first, then all others as their data comes in.

/** @typedef {{ id: string, address: string, where: string, before: string, found: string, after: string }} Hit */

/** No list is longer: whoever sees this many narrows the search. */
const MOST_HITS = 200;
/** Characters shown around what was found. */
const AROUND = 24;
/** Documents whose data is asked for at the same time. */
const LOADING = 4;

/**
 * Full-width and half-width, capitals and small letters are the same to a person who searches. Line
 * ends and spaces are left out: a word may be broken anywhere in Japanese.
 * @param {string} text
 * @returns {{ text: string, at: number[] }} folded text, and for each character its index in the original
 */
function foldText(text) {
  let folded = '';
  /** @type {number[]} */
  const at = [];
  let index = 0;
  for (const character of text) {
    for (const one of character.normalize('NFKC').toLowerCase()) {
      if (/\s/u.test(one)) continue;
      folded += one;
      for (let unit = 0; unit < one.length; unit++) at.push(index);
    }
    index += character.length;
  }
  return { text: folded, at };
}

/**
 * @param {ReviewDocument} review
 * @param {string} wanted folded
 * @param {(hit: Hit) => boolean} onHit false ends the search
 * @returns {boolean} false when ended
 */
function searchDocument(review, wanted, onHit) {
  for (const record of review.records) {
    const fields = [
      ...record.fields.map((field) => ({ field, part: '', index: 0 })),
      ...record.parts.flatMap((part, nth) => part.fields.map((field) => ({ field, part: part.label, index: nth + 1 }))),
    ];
    for (const { field, part, index } of fields) {
      const { text, at } = foldText(field.value);
      const from = text.indexOf(wanted);
      if (from < 0) continue;
      const start = at[from] ?? 0;
      const end = (at[from + wanted.length - 1] ?? start) + 1;
      const number = [record.number, part].filter((word) => word !== '').join(' ');
      const hit = {
        id: review.id,
        address: addressOf(record, field, index),
        where: number === '' ? nameOfField(field) : `${number} · ${nameOfField(field)}`,
        before: (start > AROUND ? '…' : '') + field.value.slice(Math.max(0, start - AROUND), start),
        found: field.value.slice(start, end),
        after: field.value.slice(end, end + AROUND) + (end + AROUND < field.value.length ? '…' : ''),
      };
      if (!onHit(hit)) return false;
    }
  }
  return true;
}

/** Each search ends the one before it. */
let searchTurn = 0;

/**
 * @param {string} query
 * @param {string | undefined} openId the document that is open: it is searched first
 * @param {(hits: Hit[], searched: number, done: boolean) => void} onProgress
 */
async function searchAll(query, openId, onProgress) {
  const turn = ++searchTurn;
  const wanted = foldText(query).text;
  /** @type {Hit[]} */
  const hits = [];
  if (wanted === '') return;
  const ids = reviewList.documents.map((entry) => entry.id);
  const queue = openId === undefined ? ids : [openId, ...ids.filter((id) => id !== openId)];
  for (let from = 0; from < queue.length; from += LOADING) {
    const reviews = await Promise.all(queue.slice(from, from + LOADING).map((id) => loadDocument(id).catch(() => undefined)));
    if (turn !== searchTurn) return;
    for (const review of reviews) {
      const more = !review || searchDocument(review, wanted, (hit) => hits.push(hit) < MOST_HITS);
      if (!more) return onProgress(hits, from + reviews.length, true);
    }
    onProgress(hits, from + reviews.length, from + LOADING >= queue.length);
  }
}

function endSearch() {
  searchTurn += 1;
}
