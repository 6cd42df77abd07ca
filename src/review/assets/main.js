// @ts-check
'use strict';
// The address says what is shown: `#/` the list, `#/d/ID` a document, `#/d/ID/item/ITEM_ID/goal` a
// value held in it.

/** @type {{ id?: string, view?: DocumentView, list?: ReturnType<typeof listView> }} */
let shown = {};

async function show() {
  const [, kind, id = '', ...address] = location.hash.split('/');
  if (kind !== 'd') return showList();
  if (shown.id !== id) await showDocument(decodeURIComponent(id));
  if (address.length > 0 && shown.id === id) shown.view?.holdAt(address.join('/'));
}

function showList() {
  if (reviewList.version === '') {
    // The list is written last.
    shell('main', HTMLElement).replaceChildren(
      el('p', { class: 'trouble' }, 'This review is not finished, or data/list.js was not copied with it. Run chohyo review again.'),
    );
    return;
  }
  const list = listView();
  shown = { list };
  document.title = 'chohyo review';
  shell('where', HTMLElement).replaceChildren();
  shell('main', HTMLElement).replaceChildren(list.element);
}

/** @param {string} id */
async function showDocument(id) {
  const main = shell('main', HTMLElement);
  shown = { id };
  try {
    const review = await loadDocument(id);
    if (shown.id !== id) return;
    const view = documentView(review, (address) => {
      // Kept in the address, so that a link to it can be sent; not in the history, where back means up.
      history.replaceState(null, '', address === null ? `#/d/${id}` : `#/d/${id}/${address}`);
    });
    shown = { id, view };
    document.title = `${review.title} – chohyo review`;
    shell('where', HTMLElement).replaceChildren(...crumbs(review));
    main.replaceChildren(view.element);
    view.ready();
  } catch (error) {
    main.replaceChildren(el('p', { class: 'trouble' }, error instanceof Error ? error.message : String(error)));
  }
}

/** @param {ReviewDocument} review @returns {HTMLElement[]} */
function crumbs(review) {
  const about = [review.file, review.grammar, review.producer].filter((word) => word !== '').join(' · ');
  return [
    el('span', { class: 'who', lang: 'ja' }, `${review.municipality} ${review.yearLabel || (review.year ?? '')}`),
    el('strong', { lang: 'ja', title: about }, review.title),
    el('span', { class: 'file', lang: 'ja', title: about }, review.file),
  ];
}

listenToKeys({
  step: (by) => (shown.view ? shown.view.stepRecord(by) : shown.list?.step(by)),
  view: () => shown.view,
  up: () => {
    if (shown.view) location.hash = '#/';
  },
});
listenToSearch({
  openId: () => shown.id,
  go: (hit) => {
    const hash = `#/d/${hit.id}/${hit.address}`;
    if (location.hash === hash) void show();
    else location.hash = hash;
  },
});
translateShell();
listenToDecisions();
addEventListener('hashchange', () => void show());
addEventListener('beforeprint', () => shown.view?.everything());
void show();
