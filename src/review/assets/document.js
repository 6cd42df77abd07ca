// @ts-check
'use strict';
// One document: its pages beside its records. What is pointed at on one side lights up on the other.

/**
 * @typedef {{
 *   element: HTMLElement,
 *   stepRecord: (by: number) => void,
 *   stepPage: (by: number) => void,
 *   stepFinding: () => void,
 *   zoom: (by: number) => void,
 *   holdAt: (address: string) => void,
 *   letGo: () => boolean,
 *   everything: () => void,
 *   ready: () => void,
 * }} DocumentView
 */

/** How long the pointer rests before the other side scrolls: crossing a page should not stir it. */
const REST_MS = 140;

/**
 * @param {ReviewDocument} review
 * @param {(address: string | null) => void} onHold tells the address of what is held
 * @returns {DocumentView}
 */
function documentView(review, onHold) {
  const links = linkDocument(review);
  /** @type {number[]} */
  let held = [];
  /** @type {number[]} */
  let pointed = [];
  let rest = 0;

  const light = () => {
    // What is pointed at is lit; with nothing under the pointer, what is held.
    const lit = pointed.length > 0 ? pointed : held;
    pages.light(lit, held);
    records.light(lit, held);
    details.show(held[0]);
  };
  const point = (/** @type {number[]} */ targets, /** @type {() => void} */ follow) => {
    clearTimeout(rest);
    if (targets.join() === pointed.join()) return;
    pointed = targets;
    light();
    if (targets.length > 0) rest = window.setTimeout(follow, REST_MS);
  };
  const showSpotOf = (/** @type {number | undefined} */ target) => {
    const spot = target === undefined ? undefined : links.targets[target]?.spots[0];
    if (spot !== undefined) pages.showSpot(spot);
  };
  const hold = (/** @type {number[]} */ targets) => {
    clearTimeout(rest);
    held = targets;
    light();
    const first = links.targets[held[0] ?? -1];
    onHold(first?.kind === 'value' ? first.address : null);
  };

  const pages = pagePane(review, links, {
    point: (spot) => {
      const targets = spot === null ? [] : (links.spots[spot]?.targets ?? []);
      point(targets, () => targets[0] !== undefined && records.showTarget(targets[0]));
    },
    hold: (spot) => {
      const targets = links.spots[spot]?.targets ?? [];
      hold(targets);
      if (targets[0] !== undefined) records.showTarget(targets[0]);
    },
  });
  const records = recordPane(review, links, {
    point: (target) => point(target === null ? [] : [target], () => showSpotOf(target ?? undefined)),
    hold: (target) => {
      const again = held[0] === target && held.length === 1;
      hold(again ? [] : [target]);
      if (!again) records.showTarget(target);
      showSpotOf(target);
    },
    page: (page) => pages.goTo(page),
  });
  const details = detailBar(review, links);
  const element = el('div', { class: 'document' }, pages.element, splitter(), el('div', { class: 'side' }, records.element, details.element));

  return {
    element,
    stepRecord(by) {
      const target = records.step(by);
      if (target === undefined) return;
      // All of the record lights up on the page, where it may be anywhere; beside it stands its frame.
      pages.light(links.ofRecord[recordOf(links, target)] ?? [], held);
      showSpotOf(target);
    },
    stepPage: (by) => pages.step(by),
    stepFinding() {
      const target = records.stepFinding();
      if (target === undefined) return;
      hold([target]);
      records.showTarget(target);
      showSpotOf(target);
    },
    zoom: (by) => pages.zoom(by),
    holdAt(address) {
      const target = links.targets.findIndex((own) => own.kind === 'value' && own.address === address);
      if (target < 0) return;
      hold([target]);
      records.showTarget(target);
      showSpotOf(target);
    },
    letGo() {
      const had = held.length + pointed.length > 0;
      pointed = [];
      hold([]);
      return had;
    },
    everything: () => records.everything(),
    ready() {
      pages.ready();
      records.ready();
    },
  };
}

/** @param {Links} links @param {number} target */
function recordOf(links, target) {
  const found = links.targets[target];
  return found?.kind === 'value' ? found.record : -1;
}

/**
 * What is held, as it stands on the page: its picture and its text as the PDF gives it, the last word
 * when a value is doubted.
 * @param {ReviewDocument} review @param {Links} links
 */
function detailBar(review, links) {
  const element = el('aside', { class: 'details', 'aria-label': 'As printed', hidden: true });
  return {
    element,
    /** @param {number | undefined} index */
    show(index) {
      const target = index === undefined ? undefined : links.targets[index];
      element.hidden = target?.kind !== 'value';
      if (target?.kind !== 'value') return;
      const room = (element.parentElement?.clientWidth ?? 0) - 40;
      element.replaceChildren(
        decisionBar(review, target.field),
        el('h3', {}, target.field.places.length === 0 ? `${nameOfField(target.field)}: not printed itself` : `${nameOfField(target.field)}, as printed`),
        ...target.field.places.map((place) => {
          const page = review.pages[place.page - 1];
          return el(
            'div',
            { class: 'printed' },
            page?.image === undefined ? null : cutOut(page, page.image, place.box, room),
            el(
              'div',
              { class: 'raw' },
              el('span', { class: 'place' }, `p. ${place.page} · ${place.box.map((at) => Math.round(at)).join(' ')} pt`),
              el('pre', { lang: 'ja' }, ...rawText(place.raw)),
            ),
          );
        }),
      );
      element.scrollTo({ top: 0 });
    },
  };
}

/** CSS pixels for a point, where there is room: the size at which pages are drawn. */
const CUT_SCALE = 5 / 3;
/** Room around what is cut out, in points. */
const CUT_MARGIN = 3;

/**
 * The part of a page's picture that shows one box.
 * @param {ReviewPage} page @param {string} image @param {readonly [number, number, number, number]} box
 * @param {number} room width in CSS pixels
 */
function cutOut(page, image, [x0, top, x1, bottom], room) {
  const scale = Math.min(CUT_SCALE, room / (x1 - x0 + 2 * CUT_MARGIN));
  const at = (/** @type {number} */ points) => `${points * scale}px`;
  const cut = el('div', { class: 'cut', role: 'img', 'aria-label': 'Picture of the value' });
  cut.style.width = at(x1 - x0 + 2 * CUT_MARGIN);
  cut.style.height = at(bottom - top + 2 * CUT_MARGIN);
  cut.style.backgroundImage = `url("${image}")`;
  cut.style.backgroundSize = `${at(page.width)} ${at(page.height)}`;
  cut.style.backgroundPosition = `${at(CUT_MARGIN - x0)} ${at(CUT_MARGIN - top)}`;
  return cut;
}

/** Deleted text comes as `~~…~~`. @param {string} raw @returns {Child[]} */
function rawText(raw) {
  return raw.split('~~').map((text, index) => (index % 2 === 1 ? el('del', {}, text) : text));
}

/** Between pages and records; dragged, or moved with the arrow keys. */
function splitter() {
  const bar = el('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': 'vertical',
    'aria-label': 'Width of the pages',
    'aria-valuemin': 20,
    'aria-valuemax': 80,
    'aria-valuenow': 58,
  });
  const set = (/** @type {number} */ percent) => {
    const share = Math.min(80, Math.max(20, percent));
    bar.parentElement?.style.setProperty('--pages', `${share}%`);
    bar.setAttribute('aria-valuenow', String(Math.round(share)));
  };
  bar.addEventListener('pointerdown', (event) => {
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  bar.addEventListener('pointermove', (event) => {
    if (!bar.hasPointerCapture(event.pointerId) || !bar.parentElement) return;
    const room = bar.parentElement.getBoundingClientRect();
    set(((event.clientX - room.left) / room.width) * 100);
  });
  bar.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowLeft' ? -2 : event.key === 'ArrowRight' ? 2 : 0;
    if (by !== 0) set(Number(bar.getAttribute('aria-valuenow')) + by);
  });
  return bar;
}
