// @ts-check
'use strict';
// The document's pages, one below the other. Only those near the view hold a picture and boxes.

/**
 * @typedef {{
 *   element: HTMLElement,
 *   light: (targets: readonly number[], held: readonly number[]) => void,
 *   showSpot: (spot: number) => void,
 *   goTo: (page: number) => void,
 *   step: (by: number) => void,
 *   zoom: (by: number) => void,
 *   ready: () => void,
 * }} PagePane
 */

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 2.5, 3, 4];
/** Room around a box, in points: a line around the text, not through it. */
const AROUND_BOX = 1.5;

/**
 * @param {ReviewDocument} review
 * @param {Links} links
 * @param {{ point: (spot: number | null) => void, hold: (spot: number) => void }} report
 * @returns {PagePane}
 */
function pagePane(review, links, report) {
  let zoom = 1;
  let current = 1;
  /** @type {Set<number>} */
  let lit = new Set();
  /** @type {Set<number>} */
  let held = new Set();
  const sheets = review.pages.map((page) =>
    el('div', {
      class: 'page',
      'data-page': page.number,
      style: `aspect-ratio: ${page.width} / ${page.height}`,
      role: 'img',
      'aria-label': `Page ${page.number} of ${review.pages.length}`,
    }),
  );
  const widest = Math.max(1, ...review.pages.map((page) => page.width));
  const scroller = el('div', { class: 'pages', tabindex: '0', 'aria-label': 'Pages' }, ...sheets);
  const number = el('input', { type: 'number', min: 1, max: review.pages.length, value: 1, 'aria-label': 'Page' });
  const percent = el('button', { type: 'button', class: 'plain percent', title: 'To the width (0)' }, '100 %');
  const note = el('span', { class: 'note', hidden: true });

  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (!(target instanceof HTMLElement)) continue;
        const page = review.pages[Number(target.dataset['page']) - 1];
        if (!page) continue;
        if (!isIntersecting) target.replaceChildren();
        else if (target.childElementCount === 0) target.append(...pageContent(page, links, lit, held));
      }
    },
    { root: scroller, rootMargin: '100% 0px' },
  );

  const applyZoom = () => {
    sheets.forEach((sheet, index) => {
      // Pages keep their sizes relative to each other; the widest fills the pane.
      sheet.style.width = `${((review.pages[index]?.width ?? widest) / widest) * zoom * 100}%`;
    });
    percent.textContent = `${Math.round(zoom * 100)} %`;
  };
  const noteFonts = () => {
    const page = review.pages[current - 1];
    const fonts = page?.substituted ?? [];
    note.hidden = fonts.length === 0;
    note.textContent = note.title = fonts.length === 0 ? '' : t(`Drawn with ${reviewList.font}: the PDF does not hold ${fonts.join(', ')}.`);
  };
  const setCurrent = (/** @type {number} */ page) => {
    current = page;
    number.value = String(page);
    noteFonts();
  };
  const goTo = (/** @type {number} */ page) => {
    const wanted = Math.min(review.pages.length, Math.max(1, page));
    const sheet = sheets[wanted - 1];
    if (sheet) scroller.scrollTo({ top: sheet.offsetTop - 8 });
    setCurrent(wanted);
  };

  /** Keeps the middle of the view where it is. @param {number} next */
  const setZoom = (next) => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = scroller;
    const x = (scrollLeft + clientWidth / 2) / scrollWidth;
    const y = (scrollTop + clientHeight / 2) / scrollHeight;
    zoom = next;
    applyZoom();
    scroller.scrollTo({ left: x * scroller.scrollWidth - clientWidth / 2, top: y * scroller.scrollHeight - clientHeight / 2 });
  };
  const stepZoom = (/** @type {number} */ by) => {
    if (by === 0) return setZoom(1);
    const next = by > 0 ? ZOOMS.find((step) => step > zoom + 0.01) : ZOOMS.findLast((step) => step < zoom - 0.01);
    if (next !== undefined) setZoom(next);
  };

  const showSpot = (/** @type {number} */ index) => {
    const spot = links.spots[index];
    const sheet = spot && sheets[spot.page - 1];
    const page = spot && review.pages[spot.page - 1];
    if (!spot || !sheet || !page) return;
    const scale = sheet.clientWidth / page.width;
    const [x0, top, x1, bottom] = spot.box.map((at) => at * scale);
    scroller.scrollTo({
      left: along(scroller.scrollLeft, scroller.clientWidth, sheet.offsetLeft + (x0 ?? 0), sheet.offsetLeft + (x1 ?? 0)),
      top: along(scroller.scrollTop, scroller.clientHeight, sheet.offsetTop + (top ?? 0), sheet.offsetTop + (bottom ?? 0)),
    });
    setCurrent(spot.page);
  };

  let waiting = 0;
  scroller.addEventListener('scroll', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      const middle = scroller.scrollTop + scroller.clientHeight / 2;
      const page = sheets.findIndex((sheet) => sheet.offsetTop + sheet.offsetHeight > middle);
      if (page >= 0 && page + 1 !== current) setCurrent(page + 1);
    });
  });
  scroller.addEventListener('pointerover', (event) => isPointed(event) && report.point(carried(event.target, 'spot')?.index ?? null));
  scroller.addEventListener('pointerleave', () => report.point(null));
  scroller.addEventListener('click', (event) => {
    const spot = carried(event.target, 'spot');
    if (spot) report.hold(spot.index);
  });
  number.addEventListener('change', () => goTo(Number(number.value)));
  percent.addEventListener('click', () => stepZoom(0));

  const tools = el(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Pages' },
    iconButton('‹', 'Previous page (p)', () => goTo(current - 1)),
    el('span', { class: 'page-number' }, number, ` / ${review.pages.length}`),
    iconButton('›', 'Next page (n)', () => goTo(current + 1)),
    el('span', { class: 'gap' }, note),
    iconButton('−', 'Smaller (−)', () => stepZoom(-1)),
    percent,
    iconButton('+', 'Larger (+)', () => stepZoom(1)),
  );
  applyZoom();
  noteFonts();
  return {
    element: el('section', { class: 'page-pane', 'aria-label': 'Pages of the PDF' }, tools, scroller),
    light(targets, heldTargets) {
      const spotsOf = (/** @type {readonly number[]} */ list) => new Set(list.flatMap((target) => links.targets[target]?.spots ?? []));
      lit = spotsOf(targets);
      held = spotsOf(heldTargets);
      for (const rect of scroller.querySelectorAll('[data-spot]')) {
        const index = Number(rect.getAttribute('data-spot'));
        rect.classList.toggle('lit', lit.has(index));
        rect.classList.toggle('held', held.has(index));
      }
    },
    showSpot,
    goTo,
    step: (by) => goTo(current + by),
    zoom: stepZoom,
    ready: () => sheets.forEach((sheet) => observer.observe(sheet)),
  };
}

/** @param {string} text @param {string} title @param {() => void} action */
function iconButton(text, title, action) {
  const button = el('button', { type: 'button', class: 'plain', title, 'aria-label': title }, text);
  button.addEventListener('click', action);
  return button;
}

/**
 * Where to scroll along one axis so that `from` to `to` can be seen: not at all where it can be already.
 * @param {number} now @param {number} room @param {number} from @param {number} to
 */
function along(now, room, from, to) {
  const margin = Math.min(40, room / 10);
  if (from >= now + margin && to <= now + room - margin) return now;
  const size = to - from;
  return size > room - 2 * margin ? from - margin : from - (room - size) / 2;
}

/**
 * @param {ReviewPage} page @param {Links} links
 * @param {ReadonlySet<number>} lit @param {ReadonlySet<number>} held
 * @returns {Element[]}
 */
function pageContent(page, links, lit, held) {
  const spots = links.ofPage.get(page.number) ?? [];
  const boxes = svg('svg', { viewBox: `0 0 ${page.width} ${page.height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  for (const index of spots) {
    const spot = links.spots[index];
    if (!spot) continue;
    const [x0, top, x1, bottom] = spot.box;
    const look = ['spot', `on-${spot.look}`, lit.has(index) ? 'lit' : '', held.has(index) ? 'held' : ''].filter((word) => word !== '').join(' ');
    boxes.append(
      svg('rect', {
        class: look,
        'data-spot': index,
        x: x0 - AROUND_BOX,
        y: top - AROUND_BOX,
        width: x1 - x0 + 2 * AROUND_BOX,
        height: bottom - top + 2 * AROUND_BOX,
        rx: 1.5,
      }),
    );
  }
  const label = el('span', { class: 'page-label' }, String(page.number));
  if (page.image !== undefined) return [el('img', { src: page.image, alt: '', decoding: 'async', draggable: 'false' }), boxes, label];
  return [el('div', { class: 'pictureless' }, ...rawTexts(page, links)), boxes, label];
}

/** Without a picture the page shows the text of its values where it stands. @param {ReviewPage} page @param {Links} links */
function rawTexts(page, links) {
  const spots = (links.ofPage.get(page.number) ?? []).flatMap((index) => links.spots[index] ?? []);
  return spots.flatMap((spot) => {
    const target = links.targets[spot.targets[0] ?? -1];
    if (target?.kind !== 'value') return [];
    const raw = target.field.places.find((place) => place.page === spot.page && place.box.join() === spot.box.join())?.raw ?? '';
    const [x0, top, x1, bottom] = spot.box;
    const lines = raw.split('\n').length;
    const size = Math.min((bottom - top) / lines, 14) * 0.85;
    const percentOf = (/** @type {number} */ at, /** @type {number} */ all) => `${(at / all) * 100}%`;
    const style = `left:${percentOf(x0, page.width)};top:${percentOf(top, page.height)};width:${percentOf(x1 - x0, page.width)};font-size:${(size / page.width) * 100}cqw`;
    return [el('div', { lang: 'ja', style }, raw)];
  });
}
