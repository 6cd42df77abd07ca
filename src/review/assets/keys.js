// @ts-check
'use strict';
// The keyboard.

/**
 * @typedef {{
 *   step: (by: number) => void,
 *   view: () => DocumentView | undefined,
 *   up: () => void,
 * }} KeyActions
 */

/** @param {KeyActions} actions */
function listenToKeys(actions) {
  const help = shell('help', HTMLDialogElement);
  const search = shell('search', HTMLInputElement);
  shell('help-button', HTMLButtonElement).addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
    if (event.key !== 'Escape' && isTyping(event.target)) return;
    const view = actions.view();
    /** @type {Record<string, () => void>} */
    const keys = {
      j: () => actions.step(1),
      k: () => actions.step(-1),
      n: () => view?.stepPage(1),
      p: () => view?.stepPage(-1),
      f: () => view?.stepFinding(),
      u: () => actions.up(),
      '+': () => view?.zoom(1),
      '=': () => view?.zoom(1),
      '-': () => view?.zoom(-1),
      0: () => view?.zoom(0),
      '?': () => help.showModal(),
      '/': () => {
        search.focus();
        search.select();
      },
      Escape: () => {
        if (document.activeElement === search) search.blur();
        else view?.letGo();
      },
    };
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}

/**
 * The search box and its list of hits.
 * @param {{ openId: () => string | undefined, go: (hit: Hit) => void }} actions
 */
function listenToSearch(actions) {
  const input = shell('search', HTMLInputElement);
  const list = shell('hits', HTMLElement);
  /** @type {Hit[]} */
  let hits = [];
  let chosen = -1;
  const choose = (/** @type {number} */ index) => {
    chosen = hits.length === 0 ? -1 : (index + hits.length) % hits.length;
    [...list.querySelectorAll('[role=option]')].forEach((option, nth) => {
      option.setAttribute('aria-selected', String(nth === chosen));
      if (nth !== chosen) return;
      option.scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', option.id);
    });
  };
  const show = (/** @type {boolean} */ open) => {
    list.hidden = !open;
    input.setAttribute('aria-expanded', String(open));
  };
  const close = () => {
    endSearch();
    show(false);
  };
  const go = (/** @type {Hit | undefined} */ hit) => {
    if (!hit) return;
    close();
    input.blur();
    actions.go(hit);
  };
  let typing = 0;
  input.addEventListener('input', () => {
    clearTimeout(typing);
    if (input.value.trim() === '') return close();
    typing = window.setTimeout(() => {
      void searchAll(input.value, actions.openId(), (found, searched, done) => {
        hits = found;
        list.replaceChildren(...found.map(hitOption), hitFooter(found.length, searched, done));
        show(true);
        choose(0);
      });
    }, 150);
  });
  input.addEventListener('focus', () => {
    if (input.value.trim() !== '' && hits.length > 0) show(true);
  });
  input.addEventListener('blur', () => setTimeout(() => show(false), 150));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter') go(hits[chosen]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => go(hits[carried(event.target, 'hit')?.index ?? -1]));
}

/** @param {Hit} hit @param {number} index */
function hitOption(hit, index) {
  const entry = reviewList.documents.find((other) => other.id === hit.id);
  const source = entry ? [entry.municipality, entry.year ?? '', entry.title].join(' ').trim() : hit.id;
  return el(
    'div',
    { class: 'hit', role: 'option', id: `hit-${index}`, 'data-hit': index, 'aria-selected': 'false' },
    el('div', { class: 'hit-where' }, el('b', { lang: 'ja' }, hit.where), el('span', { lang: 'ja' }, source)),
    el(
      'div',
      { class: 'hit-text', lang: 'ja' },
      hit.before.replaceAll('\n', ' '),
      el('mark', {}, hit.found.replaceAll('\n', ' ')),
      hit.after.replaceAll('\n', ' '),
    ),
  );
}

/** @param {number} found @param {number} searched @param {boolean} done */
function hitFooter(found, searched, done) {
  const text = done
    ? `${found >= MOST_HITS ? `the first ${MOST_HITS} hits` : counted(found, 'hit')}`
    : `${counted(found, 'hit')} in ${searched} of ${reviewList.documents.length} documents …`;
  if (done) say(text);
  return el('div', { class: 'hit-count' }, text);
}
