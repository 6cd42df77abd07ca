// @ts-check
'use strict';
// Data comes as scripts that call back: a page opened from the file system may not fetch.

/**
 * @typedef {import('../model.js').ReviewList} ReviewList
 * @typedef {import('../model.js').ListEntry} ListEntry
 * @typedef {import('../model.js').ReviewDocument} ReviewDocument
 * @typedef {import('../model.js').ReviewRecord} ReviewRecord
 * @typedef {import('../model.js').ReviewPage} ReviewPage
 * @typedef {import('../model.js').Field} Field
 * @typedef {import('../model.js').Finding} Finding
 */

/** @type {ReviewList} */
let reviewList = { documents: [], font: '', version: '', language: 'en' };

/** @type {Map<string, Promise<ReviewDocument>>} */
const asked = new Map();
/** @type {Map<string, (document: ReviewDocument) => void>} */
const awaited = new Map();

/** Called by data/list.js. @param {ReviewList} list */
function receiveList(list) {
  reviewList = list;
}

/** Called by data/ID.js. @param {ReviewDocument} document */
function receiveDocument(document) {
  awaited.get(document.id)?.(document);
  awaited.delete(document.id);
}

/**
 * @param {string} id
 * @returns {Promise<ReviewDocument>}
 */
function loadDocument(id) {
  const known = asked.get(id);
  if (known) return known;
  /** @type {Promise<ReviewDocument>} */
  const loading = new Promise((resolve, reject) => {
    awaited.set(id, resolve);
    const script = el('script', { src: `data/${encodeURIComponent(id)}.js` });
    script.addEventListener('load', () => script.remove());
    script.addEventListener('error', () => reject(new Error(`data/${id}.js cannot be read. Was the whole folder copied?`)));
    document.head.append(script);
  });
  asked.set(id, loading);
  return loading;
}
