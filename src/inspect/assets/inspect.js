// @ts-check
'use strict';
// Draws the layers over the pages and lists what lies under the pointer. Texts of the document only ever
// become text, never markup.

(() => {
  /** @typedef {import('../layers.js').Layers} Layers @typedef {import('../layers.js').LayersPage} LayersPage @typedef {import('../layers.js').LayerBox} Box */

  /** Layers in painting order; those at the end lie on top. */
  const LAYERS = /** @type {const} */ ([
    ['fills', 'Fills', '#8a6d00', false],
    ['cells', 'Cells', '#0b63c5', true],
    ['lines', 'Lines', '#00838f', false],
    // Boxes round every character hide the page: whoever wants them turns them on.
    ['glyphs', 'Glyphs', '#2e7d32', false],
    ['rulings', 'Rulings', '#d81b60', false],
    ['fields', 'Fields', '#b36b00', false],
    // What the rules said is for whoever wonders why.
    ['proposals', 'Rules', '#6a1b9a', false],
    ['findings', 'Findings', '#c62828', true],
  ]);

  /** The page's own words in Japanese. @type {Record<string, string>} */
  const JA = {
    Fills: '塗り',
    Cells: 'セル',
    Lines: '行',
    Glyphs: '文字',
    Rulings: '罫線',
    Fields: '値',
    Rules: '規則',
    rule: '規則',
    'lost against': '退けた規則',
    proposes: '判断',
    weight: '重み',
    'Rules that spoke': '働いた規則',
    won: '採用',
    lost: '不採用',
    Findings: '確認事項',
    Layers: '表示する層',
    Pages: 'ページ',
    Zoom: '倍率',
    'Point at the page: what lies there is listed here. A click holds it.': '紙面を指すと、そこにあるものをここに表示します。クリックすると固定します。',
    'Nothing here.': 'ここには何もありません。',
    fill: '塗り',
    cell: 'セル',
    line: '行',
    glyph: '文字',
    ruling: '罫線',
    finding: '確認事項',
    'No grammar fits': '当てはまる様式がありません',
    'Grammars, best first': '様式定義（よく合う順）',
    producer: '作成ソフト',
    pages: 'ページ数',
    '(not stated)': '（記載なし）',
    found: '見つかった語',
    missing: '見つからない語',
    nothing: 'なし',
    ' (does not fit)': '（当てはまりません）',
    field: '値',
    label: '見出し',
    furniture: 'ページ番号等',
    'left-over': '読み残し',
    unread: '未判定',
    struck: '取消線',
    hidden: '非表示',
    box: '位置',
    text: '文字',
    raw: '印刷どおり',
    size: '大きさ',
    font: 'フォント',
    state: '区分',
    code: 'コード',
    color: '色',
    order: '描画順',
    row: '行番号',
    col: '列番号',
    rowSpan: '行の結合',
    colSpan: '列の結合',
    table: '表',
    repeated: '見出しの繰り返し',
    source: '由来',
    dashed: '破線',
    message: '内容',
    severity: '重さ',
    name: '列',
    id: 'ID',
    page: 'ページ',
    writing: '書字方向',
    struckOut: '取消線',
    why: '理由',
    value: '値',
    ruled: '罫線あり',
  };
  const isJapanese = document.documentElement.lang === 'ja';
  /** @param {string} word */
  const t = (word) => (isJapanese ? (JA[word] ?? word) : word);

  /** `label 市の目標`, `column 課名`, `title`. @param {string} words */
  const expectedWord = (words) =>
    isJapanese
      ? words
          .replace(/^label /, '見出し ')
          .replace(/^column /, '列 ')
          .replace(/^title$/, '表題')
      : words;

  /** @param {string} id */
  const byId = (id) => {
    const element = document.getElementById(id);
    if (!element) throw new Error(`the page lacks #${id}`);
    return element;
  };
  /** @type {Layers} */
  const layers = JSON.parse(byId('data').textContent ?? '');
  /** @type {Record<string, string>} */
  const images = JSON.parse(byId('images').textContent ?? '');
  const main = byId('pages');
  const widest = Math.max(1, ...layers.pages.map((page) => page.width));

  /** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
  const el = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  };
  /** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
  const svg = (tag, attributes, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  };
  /** @param {Box} box @param {string} look @param {string} key */
  const rect = ([x0, top, x1, bottom], look, key) =>
    svg('rect', { class: look, x: x0, y: top, width: Math.max(x1 - x0, 0.2), height: Math.max(bottom - top, 0.2), 'data-key': key });

  /** @param {LayersPage} page @param {string} layer @returns {Node[]} */
  const shapes = (page, layer) => {
    const keyOf = (/** @type {number} */ index) => `${page.number} ${layer} ${index}`;
    switch (layer) {
      case 'fills':
        return page.fills.map((fill, index) => rect(fill.box, '', keyOf(index)));
      case 'cells':
        return page.cells.flatMap((cell, index) => [
          rect(cell.box, cell.repeated ? 'repeated' : '', keyOf(index)),
          svg(
            'text',
            { x: cell.box[0] + 1, y: cell.box[1] + 5.2 },
            `${cell.row},${cell.col}${cell.rowSpan > 1 || cell.colSpan > 1 ? ` ${cell.rowSpan}×${cell.colSpan}` : ''}`,
          ),
        ]);
      case 'lines':
        return page.lines.map((line, index) => rect(line.box, line.furniture ? 'furniture' : '', keyOf(index)));
      case 'glyphs':
        return page.glyphs.map((glyph, index) => rect(glyph.box, glyph.state, keyOf(index)));
      case 'rulings':
        return page.rulings.map(({ box: [x1, y1, x2, y2], source, dashed }, index) =>
          svg('line', { class: `${source}${dashed ? ' dashed' : ''}`, x1, y1, x2, y2, 'data-key': keyOf(index) }),
        );
      case 'proposals':
        return page.proposals.map((proposal, index) => rect(proposal.box, proposal.won ? '' : 'lost', keyOf(index)));
      case 'fields':
        return page.fields.map((field, index) => rect(field.box, '', keyOf(index)));
      default:
        return page.findings.flatMap((finding, index) => (finding.box ? [rect(finding.box, '', keyOf(index))] : []));
    }
  };

  /** @type {Map<string, boolean>} */
  const on = new Map(LAYERS.map(([layer, , , start]) => [layer, start]));
  const showLayers = () => {
    for (const group of main.querySelectorAll('g[data-layer]')) group.toggleAttribute('hidden', !on.get(group.getAttribute('data-layer') ?? ''));
    for (const group of main.querySelectorAll('g[data-layer]'))
      if (group instanceof SVGElement) group.style.display = group.hasAttribute('hidden') ? 'none' : '';
  };
  const sheets = layers.pages.map((page) => el('div', { class: 'page', 'data-page': page.number }));
  const sizeSheets = (/** @type {number} */ percent) =>
    sheets.forEach((sheet, index) => {
      const page = layers.pages[index];
      if (!page) return;
      sheet.style.aspectRatio = `${page.width} / ${page.height}`;
      sheet.style.width = `${(page.width / widest) * percent}%`;
    });
  main.append(...sheets);
  sizeSheets(100);

  // Pages are drawn when they come near the view.
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        const page = layers.pages.find((own) => own.number === Number(target.getAttribute('data-page')));
        if (!isIntersecting || !page) target.replaceChildren();
        else if (target.childElementCount === 0) {
          const image = images[page.number];
          const groups = LAYERS.map(([layer]) => svg('g', { class: layer, 'data-layer': layer }, ...shapes(page, layer)));
          target.append(
            ...(image === undefined ? [] : [el('img', { src: image, alt: `Page ${page.number}` })]),
            svg('svg', { viewBox: `0 0 ${page.width} ${page.height}`, preserveAspectRatio: 'none' }, ...groups),
            el('span', { class: 'label' }, `${page.number} · ${page.kind}`),
          );
        }
      }
      showLayers();
    },
    { root: main, rootMargin: '60% 0px' },
  );
  for (const sheet of sheets) observer.observe(sheet);

  byId('layers').append(
    ...LAYERS.map(([layer, name, color, start]) => {
      const swatch = el('span', { class: 'swatch' });
      swatch.style.borderColor = color;
      const box = el('input', { type: 'checkbox', value: layer, ...(start ? { checked: '' } : {}) });
      return el('label', {}, box, swatch, t(name));
    }),
  );
  byId('layers').addEventListener('change', (event) => {
    if (event.target instanceof HTMLInputElement) on.set(event.target.value, event.target.checked);
    showLayers();
  });
  byId('zoom').addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    sizeSheets(Number(event.target.value));
    byId('percent').textContent = `${event.target.value} %`;
  });

  // What lies under the pointer.
  /** @param {Element} element @returns {HTMLElement | undefined} */
  const entryOf = (element) => {
    const [number, layer, at] = (element.getAttribute('data-key') ?? '').split(' ');
    const page = layers.pages.find((own) => own.number === Number(number));
    const index = Number(at);
    /** @type {Record<string, () => [string, Record<string, unknown>]>} */
    const kinds = {
      fills: () => [t('fill'), { ...page?.fills[index] }],
      cells: () => {
        const cell = page?.cells[index];
        return [isJapanese ? `表 ${cell?.table} のセル ${cell?.row},${cell?.col}` : `cell ${cell?.row},${cell?.col} of table ${cell?.table}`, { ...cell }];
      },
      lines: () => [t('line'), { ...page?.lines[index] }],
      glyphs: () => {
        const glyph = page?.glyphs[index];
        const code = [...(glyph?.text ?? '')].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ');
        return [`${t('glyph')} ${glyph?.text}`, { ...glyph, code, font: page?.fonts[glyph?.font ?? 0] }];
      },
      rulings: () => [t('ruling'), { ...page?.rulings[index] }],
      fields: () => [`${t('field')} ${page?.fields[index]?.name}`, { ...page?.fields[index] }],
      proposals: () => {
        const { rule = '', won = true, against = [], proposes, weight, box } = page?.proposals[index] ?? {};
        return [`${t('rule')} ${rule}`, { proposes, weight, ...(won ? {} : { [t('lost against')]: against.join(', ') }), box }];
      },
      findings: () => [t('finding'), { ...page?.findings[index] }],
    };
    const kind = kinds[layer ?? ''];
    if (!kind) return undefined;
    const [title, properties] = kind();
    const rows = Object.entries(properties).flatMap(([name, value]) => [
      el('dt', {}, t(name)),
      el('dd', {}, Array.isArray(value) ? value.join('  ') : name === 'state' ? t(String(value)) : String(value)),
    ]);
    const entry = el('div', { class: 'entry' }, el('h3', {}, title), el('dl', {}, ...rows));
    entry.style.borderColor = LAYERS.find(([own]) => own === layer)?.[2] ?? '';
    return entry;
  };
  let held = false;
  /** @param {MouseEvent} event */
  const look = (event) => {
    const found = document.elementsFromPoint(event.clientX, event.clientY).filter((element) => element.hasAttribute('data-key'));
    for (const element of main.querySelectorAll('.at')) element.classList.remove('at');
    for (const element of found) element.classList.add('at');
    byId('under').replaceChildren(
      ...(found.length === 0 ? [el('p', { class: 'hint' }, t('Nothing here.'))] : found.flatMap((element) => entryOf(element) ?? [])),
    );
  };
  main.addEventListener('pointermove', (event) => {
    if (!held) look(event);
  });
  main.addEventListener('click', (event) => {
    held = !held;
    look(event);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') held = false;
  });

  // What it is, and why a grammar matched or not.
  const count = (/** @type {string} */ state) => layers.pages.reduce((sum, page) => sum + page.glyphs.filter((glyph) => glyph.state === state).length, 0);
  const states = ['field', 'label', 'furniture', 'left-over', 'unread', 'struck', 'hidden'].filter((state) => count(state) > 0);
  byId('file').textContent = layers.file;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = t(element.textContent ?? '');
  for (const id of ['layers', 'pages']) byId(id).setAttribute('aria-label', t(byId(id).getAttribute('aria-label') ?? ''));
  byId('summary').append(
    el('h2', {}, layers.grammar === '' ? t('No grammar fits') : isJapanese ? `${layers.grammar} として読み取り` : `Read as ${layers.grammar}`),
    el(
      'dl',
      {},
      el('dt', {}, t('producer')),
      el('dd', {}, layers.producer || t('(not stated)')),
      el('dt', {}, t('pages')),
      el('dd', {}, String(layers.pages.length)),
      ...states.flatMap((state) => [el('dt', {}, isJapanese ? `文字（${t(state)}）` : `glyphs: ${state}`), el('dd', {}, String(count(state)))]),
    ),
    el('h2', {}, t('Grammars, best first')),
    ...layers.ranking.map(({ id, score, fits, found, missing }, index) =>
      el(
        'details',
        index === 0 ? { open: '' } : {},
        el('summary', {}, `${Math.round(score * 100)} % ${id}${fits ? '' : t(' (does not fit)')}`),
        el('div', { lang: 'ja' }, `${t('found')}: ${found.map(expectedWord).join(', ') || t('nothing')}`),
        el('div', { lang: 'ja', class: 'missing' }, `${t('missing')}: ${missing.map(expectedWord).join(', ') || t('nothing')}`),
      ),
    ),
    ...layers.findings.map((finding) => el('p', {}, finding)),
    el('h2', {}, t('Rules that spoke')),
    ...layers.pages.map(({ number, proposals }) => {
      /** @type {Map<string, { proposes: string, weight: number, won: number, lost: number, against: Set<string> }>} */
      const rules = new Map();
      for (const { rule, proposes, weight, won, against } of proposals) {
        const entry = rules.get(rule) ?? { proposes, weight, won: 0, lost: 0, against: new Set() };
        if (won) entry.won += 1;
        else entry.lost += 1;
        for (const other of against) entry.against.add(other);
        rules.set(rule, entry);
      }
      const lines = [...rules].map(([rule, { proposes, weight, won, lost, against }]) =>
        el(
          'div',
          {},
          `${rule} (${weight}): ${proposes} – ${t('won')} ${won}${lost > 0 ? `, ${t('lost')} ${lost}: ${t('lost against')} ${[...against].join(', ')}` : ''}`,
        ),
      );
      return el('details', {}, el('summary', {}, isJapanese ? `${number} ページ` : `page ${number}`), ...lines);
    }),
  );
})();
