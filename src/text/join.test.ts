import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gatherEvidence } from './evidence.js';
import { joinLines } from './join.js';
import type { JointJudge } from './joint.js';
import type { JoinLine } from './set-line.js';
import { em, typeset, type Program, type Setting } from './test-typeset.js';

const noJudge: JointJudge = () => {
  throw new Error('asked though the geometry is clear');
};
const joins: JointJudge = () => 'join';

interface Drawing {
  /** Width of the cell in characters; the padding comes on top. */
  readonly columns?: number;
  readonly padding?: number;
  readonly align?: 'start' | 'centre' | 'end';
  readonly writing?: 'horizontal' | 'vertical';
  /** Width in em of a `　` in front that the author typed; without it such a place is an indent with no glyph. */
  readonly typedIndent?: number;
}

const SIZE = 10;

/**
 * Lines as drawn, one a string, ten points a character: `　` in front indents, a trailing `␣` is a typed space
 * that the page still holds.
 */
function draw(rows: readonly string[], { columns = 10, padding = 2, align = 'start', writing = 'horizontal', typedIndent }: Drawing = {}): JoinLine[] {
  const extent = columns * SIZE + 2 * padding;
  const along = (from: number, to: number, across: number): JoinLine['box'] =>
    writing === 'vertical' ? { x0: across, x1: across + SIZE, top: from, bottom: to } : { x0: from, x1: to, top: across, bottom: across + SIZE };
  return rows.map((row, n) => {
    const indent = /^　*/u.exec(row)?.[0].length ?? 0;
    const characters = [...row.slice(indent)];
    const width = characters.filter((c) => c !== '␣').reduce((sum, c) => sum + em(c, false), 0) * SIZE;
    const room = columns * SIZE - indent * SIZE - width;
    const typed = typedIndent === undefined ? [] : [...row.slice(0, indent)];
    const from = padding + (typed.length > 0 ? 0 : indent * SIZE) + (align === 'centre' ? room / 2 : align === 'end' ? room : 0);
    let at = from;
    const set = [...typed, ...characters].map((c) => {
      const start = at;
      at += (c === '　' ? (typedIndent ?? 1) : c === '␣' ? 0.5 : em(c, false)) * SIZE;
      return { text: c === '␣' ? ' ' : c, from: start, to: at };
    });
    const text = characters.filter((c) => c !== '␣').join('');
    const bounds = along(0, extent, 0);
    return { text, box: along(set[0]?.from ?? 0, at, n * 15), bounds, size: SIZE, writing, page: 1, set };
  });
}

const joined = (rows: readonly string[], drawing?: Drawing, judge = noJudge): string => joinLines(draw(rows, drawing), judge).text;

describe('joinLines, a cell over a page break', () => {
  const above = draw(['過去の同種の工事の経験', '「資格で求めた過去の工', '　事の経験を満たすこと', '　を証明するため出され'], { columns: 11 });
  const below = draw(['　た経験の従事の立場を', '　評価する。」'], { columns: 11 }).map((line): JoinLine => ({ ...line, page: 2 }));

  test('is set in one way on both pages: lines that all end together above were not set to the end', () => {
    expect(joinLines([...above, ...below], noJudge).text).toBe(
      '過去の同種の工事の経験\n「資格で求めた過去の工事の経験を満たすことを証明するため出された経験の従事の立場を評価する。」',
    );
  });
});

describe('joinLines, lines set to the start', () => {
  test('joins a line that has no room for the next character', () => {
    expect(joined(['公共施設再生計画出張', '講座を継続実施する。'])).toBe('公共施設再生計画出張講座を継続実施する。');
  });
  test('keeps the break after a line that has room', () => {
    expect(joined(['継続実施する。', '公共施設等総合管理計', '画の改定を検討する。'])).toBe('継続実施する。\n公共施設等総合管理計画の改定を検討する。');
  });
  test('keeps a break that no mark shows where there is room for the next character', () => {
    expect(joined(['語り部講演会', '令和元年6月1日開催'])).toBe('語り部講演会\n令和元年6月1日開催');
  });
  test('joins a line left short by a full stop that may not start the next', () => {
    expect(joined(['会議を開催し検討しま', 'す。また実施した。'], { columns: 10.9 })).toBe('会議を開催し検討します。また実施した。');
  });
  test('joins a line left short by a bracket that may not end it', () => {
    expect(joined(['市民参加の機会として', '「市民の集い」を開く'], { columns: 11.5 })).toBe('市民参加の機会として「市民の集い」を開く');
  });
  test('joins a line left short by a word or a number that may not be cut', () => {
    expect(joined(['市の情報を市', 'Facebookで発信する'], { columns: 9.5 })).toBe('市の情報を市Facebookで発信する');
    expect(joined(['利用件数は昨年度', '12,345件であった。'], { columns: 10 })).toBe('利用件数は昨年度12,345件であった。');
  });
  test('keeps bullets on lines of their own, however full the line before is', () => {
    expect(joined(['●広報研修を実施した報', '●市報を発行した。'], { columns: 11 })).toBe('●広報研修を実施した報\n●市報を発行した。');
    expect(joined(['・職員向け広報研修実施', '・市報の発行'], { columns: 11 })).toBe('・職員向け広報研修実施\n・市報の発行');
  });
  test('keeps numbered items in sequence apart, and a reference to one inside its sentence', () => {
    expect(joined(['①実証の実施', '②個別フォーラム'], { columns: 6 })).toBe('①実証の実施\n②個別フォーラム');
    expect(joined(['対象は上記の項目のうち', '②に掲げるものとする。'], { columns: 11 })).toBe('対象は上記の項目のうち②に掲げるものとする。');
  });
  test('keeps a footnote mark on its own line', () => {
    expect(joined(['37.0 (60.3)', '※1'], { columns: 7 })).toBe('37.0 (60.3)\n※1');
    expect(joined(['高松第一', '注２'], { columns: 4, align: 'centre' })).toBe('高松第一\n注２');
  });
  test('takes a hanging indent for a wrap and the way back out for a new item', () => {
    expect(joined(['・市民との協働の推進', '　を図る取組を進め、', '・市報の充実を図る。'])).toBe(
      '・市民との協働の推進を図る取組を進め、\n・市報の充実を図る。',
    );
    expect(joined(['１　市民との協働を推', '　　進し市報を充実す', '施設の利用を促進する'])).toBe('１　市民との協働を推進し市報を充実す\n施設の利用を促進する');
  });
  test('begins a hanging paragraph where the text in its bracket runs on further in, however full the line above is', () => {
    const label = '優良工事表彰の有無の別';
    expect(joined([label, '「整備局（港湾空港関係', '　を除く。）の表彰を受', '　けた年度の数」'], { columns: 11 })).toBe(
      `${label}\n「整備局（港湾空港関係を除く。）の表彰を受けた年度の数」`,
    );
    // No bracket is open: the text above may run on, and the line further in begin a paragraph.
    expect(joined([label, 'ア）整備局の表彰の有無', '　次の年度のもの'], { columns: 11 })).toBe(`${label}ア）整備局の表彰の有無\n次の年度のもの`);
    // The line leaves room: what stands further in is no wrap of it.
    expect(joined([label, '「整備局（港湾', '　を除く。）」'], { columns: 11 })).toBe(`${label}「整備局（港湾\nを除く。）」`);
    expect(joined([label, '「整備局（港湾空港関係', '　・表彰の有無」'], { columns: 11 })).toBe(`${label}「整備局（港湾空港関係\n・表彰の有無」`);
  });
  test('takes an indented first line for a new paragraph', () => {
    expect(joined(['　地域の課題を抱える', '市民の相談に応じて、', '　庁内の連携を進める', '体制を整えていく。'])).toBe(
      '地域の課題を抱える市民の相談に応じて、\n庁内の連携を進める体制を整えていく。',
    );
  });
  test('keeps entries apart that other cells of the column hold alone, numbers aside', () => {
    const full = draw(['11月専決', '12月'], { columns: 4, align: 'centre' });
    const alone = [['12月専決'], ['3月']].map((rows) => draw(rows, { columns: 4, align: 'centre' }));
    expect(joinLines(full, noJudge).text).toBe('11月専決12月');
    expect(joinLines(full, noJudge, gatherEvidence([full, ...alone])).text).toBe('11月専決\n12月');
  });
  test('keeps the second entry apart in a column whose every cell has one below the first', () => {
    const full = draw(['保健福祉センター', '地域保健係'], { columns: 8, align: 'centre' });
    const others = ['情報', '地籍', '企画', '市民', '住宅', '建設', '消防', '学校'].map((name) =>
      draw([`${name}課`, `${name}係`], { columns: 8, align: 'centre' }),
    );
    expect(joinLines(full, noJudge, gatherEvidence([full, ...others])).text).toBe('保健福祉センター\n地域保健係');
    expect(joinLines(full, noJudge, gatherEvidence([full, ...others.slice(0, 5)])).text).toBe('保健福祉センター地域保健係');
  });
  test('keeps items picked from a numbered list on their lines, however full', () => {
    expect(joined(['１～４．就労中', '11．ひとり親'], { columns: 7 })).toBe('１～４．就労中\n11．ひとり親');
  });
  test('keeps items that kanji number on their lines, however full', () => {
    expect(joined(['一　歩行者は、進んではならない', '二　横断しようとする普通自転車'], { columns: 15 })).toBe(
      '一　歩行者は、進んではならない\n二　横断しようとする普通自転車',
    );
  });
  test('keeps items set two to a line on their lines, however full', () => {
    expect(joined(['①ひよどり台ホーム　②柏寿園', '③ケアハウス　　　　④和光園'], { columns: 13.5 })).toBe(
      '①ひよどり台ホーム　②柏寿園\n③ケアハウス　　　　④和光園',
    );
  });
  test('takes a full-width space for an indent where a proportional font sets it narrow', () => {
    const rows = ['　費用の一部は、市民', 'が負担する。徴収には', 'あらかじめ同意を得る。', '　また、費用を減らす', 'ための取組も進める。'];
    expect(joined(rows, { columns: 10, typedIndent: 0.66 })).toBe(
      '費用の一部は、市民が負担する。徴収にはあらかじめ同意を得る。\nまた、費用を減らすための取組も進める。',
    );
  });
  test('takes a full-width space that a wrap leaves in front of a list item for no indent', () => {
    expect(joined(['寿町、　南新町、福田', '町、田町、片原町、', '　西の丸町、塩屋町、'], { columns: 9.3, typedIndent: 0.66 })).toBe(
      '寿町、　南新町、福田町、田町、片原町、西の丸町、塩屋町、',
    );
  });
  test('keeps a list of names that begin alike and end in a remark', () => {
    expect(joined(['民間活力の導入（窓口）', '民間活力の導入（電話）'], { columns: 11 })).toBe('民間活力の導入（窓口）\n民間活力の導入（電話）');
  });
  test('needs no room for the quarter em that Word and LibreOffice put between digits and Japanese', () => {
    expect(joined(['目標値を超え今は105', '時間と比較し超過した'], { columns: 10.6 })).toBe('目標値を超え今は105時間と比較し超過した');
  });
});

describe('joinLines, sentences that end at the edge', () => {
  test('break where the author sets each sentence on its own line', () => {
    const rows = ['会議を開いた。', '研修を年に二回行った。', '冊子を配った。'];
    expect(joined(rows, { columns: 11 })).toBe(rows.join('\n'));
  });
  test('run on where the author runs them on', () => {
    expect(joined(['会議を開く。次に研修を行', 'い、冊子を作って配った。', '来年度も配る予定である。'], { columns: 12 })).toBe(
      '会議を開く。次に研修を行い、冊子を作って配った。来年度も配る予定である。',
    );
  });
  test('run on inside a bulleted item', () => {
    expect(joined(['・研修を年に二回行った。', '職員の多くが参加した。'], { columns: 12 })).toBe('・研修を年に二回行った。職員の多くが参加した。');
  });
  test('keep a remark in parentheses as the cell treats remarks', () => {
    const rows = ['・研修を二回した。', '（四月と十月に開催）', '・冊子を作り配布もした。', '（八月に三千部を配布）'];
    expect(joined(rows, { columns: 12 })).toBe(rows.join('\n'));
    expect(joined(['・研修を年に二回行った。', '（四月と十月に開催）'], { columns: 12 })).toBe('・研修を年に二回行った。（四月と十月に開催）');
  });
  test('follow the habit of the column where the cell shows none', () => {
    const open = draw(['研修を年に二回行った。', '冊子を市民に配布した。'], { columns: 11 });
    const broken = draw(['会議を開いた。', '冊子を配った。', '催しを開いた。', '市民に伝えた。'], { columns: 11 });
    const runOn = draw(['催した。会議も開いた。次', 'の会で決めた。冊子も配る。'], { columns: 11 });
    expect(joinLines(open, noJudge, gatherEvidence([open, broken])).text).toBe('研修を年に二回行った。\n冊子を市民に配布した。');
    expect(joinLines(open, noJudge, gatherEvidence([open, runOn])).text).toBe('研修を年に二回行った。冊子を市民に配布した。');
  });
  test('follow the cells nearby rather than the many of another author', () => {
    const at = (lines: readonly JoinLine[], page: number): JoinLine[] => lines.map((line) => ({ ...line, page }));
    const open = at(draw(['研修を年に二回行った。', '冊子を市民に配布した。'], { columns: 11 }), 1);
    const near = at(draw(['催した。会議も開いた。次', 'の会で決めた。冊子も配る。'], { columns: 11 }), 2);
    const far = Array.from({ length: 40 }, (_, i) => at(draw(['会議を開いた。', '冊子を配った。', '催しを開いた。'], { columns: 11 }), 3 + i));
    expect(joinLines(open, noJudge, gatherEvidence([open, near, ...Array.from({ length: 20 }, () => at(draw(['以上。']), 99)), ...far])).text).toBe(
      '研修を年に二回行った。冊子を市民に配布した。',
    );
  });
  test('do not end inside a quotation, and end before a remark', () => {
    expect(joined(['冊子「今日からできる！', '回覧板」を年に二回配布'], { columns: 11 })).toBe('冊子「今日からできる！回覧板」を年に二回配布');
    const rows = ['会議を開いた。', '研修を行った。（再掲）', '冊子を配った。'];
    expect(joined(rows, { columns: 11 })).toBe(rows.join('\n'));
  });
});

describe('joinLines, lines that stop just short of the room', () => {
  const inside: JointJudge = () => 'inside';
  const rows = ['法律や制度等の情報提供と意識', '啓発を行う施策を市民に伝える。', '以上'];
  test('run on where the joint falls inside a word, set to the start, centred or to the end', () => {
    for (const align of ['start', 'centre', 'end'] as const) {
      expect(joined(rows, { columns: 16, align }, inside)).toBe(`${rows[0]}${rows[1]}\n${rows[2]}`);
    }
  });
  test('stay where the cell is a list and no word ties the lines together', () => {
    expect(joined(['語り部講演会', '平和記念資料館の団体見学会', '被爆者の証言'], { columns: 15 }, joins)).toBe(
      '語り部講演会\n平和記念資料館の団体見学会\n被爆者の証言',
    );
  });
  test('are not asked about behind a sentence', () => {
    expect(joined(['意識の啓発を市民に行った。', '市民の集いは中止になった。'], { columns: 14 })).toBe(
      '意識の啓発を市民に行った。\n市民の集いは中止になった。',
    );
  });
  test('need room for the spacing of letters too', () => {
    const spaced = (row: string, n: number): JoinLine => {
      const set = [...row].map((text, i) => ({ text, from: 2 + 12 * i, to: 12 + 12 * i }));
      const box = { x0: 2, x1: set.at(-1)?.to ?? 2, top: 15 * n, bottom: 15 * n + SIZE };
      return { text: row, box, bounds: { x0: 0, x1: 75, top: 0, bottom: 60 }, size: SIZE, writing: 'horizontal', page: 1, set };
    };
    expect(joinLines(['公共施設再生', '計画を作る。'].map(spaced), noJudge).text).toBe('公共施設再生計画を作る。');
  });
  test('are not made out by a line that runs over the edge', () => {
    const lines = draw(['公共施設再生計画出張', '講座を継続実施するチェッ', 'クを行う。'], { columns: 10 });
    expect(joinLines(lines, noJudge).text).toBe('公共施設再生計画出張講座を継続実施するチェックを行う。');
  });
});

describe('joinLines, middle dots at the start of a line', () => {
  test('part words where no other line of the cell begins with one', () => {
    expect(joined(['利用者の安全', '・安心を図る'], { columns: 6 })).toBe('利用者の安全・安心を図る');
  });
  test('part words in a cell whose items are sentences', () => {
    expect(joined(['・結果は、満足', '・やや満足の', '回答だった。', '・以上。'], { columns: 7 })).toBe('・結果は、満足・やや満足の回答だった。\n・以上。');
    expect(joined(['・結果は、満足', '・満足の答だ。'], { columns: 7 })).toBe('・結果は、満足・満足の答だ。');
  });
});

describe('joinLines, other settings', () => {
  test('know centred lines though a comma hangs over the edge of one', () => {
    const lines = draw(['情報システム', '課、下水道課', '契約課'], { columns: 6, padding: 4, align: 'centre' }).map((line, i) => {
      const end = line.set?.at(-1)?.to ?? 0;
      const comma = { text: '、', from: end, to: end + SIZE };
      return i === 1 ? { ...line, text: `${line.text}、`, box: { ...line.box, x1: comma.to }, set: [...(line.set ?? []), comma] } : line;
    });
    expect(joinLines(lines, noJudge).text).toBe('情報システム課、下水道課、契約課');
  });
  test('compares widths where lines are centred or set to the end', () => {
    expect(joined(['公民連携による施', '設管理'], { columns: 8, align: 'centre' })).toBe('公民連携による施設管理');
    expect(joined(['秘書広報課', '課長'], { columns: 12, align: 'centre' })).toBe('秘書広報課\n課長');
    expect(joined(['公民連携による施', '設管理'], { columns: 8, align: 'end' })).toBe('公民連携による施設管理');
  });
  test('does not take the hanging comma of one line for room in the others', () => {
    const rows = ['業務の見直しを進め、先', '進技術の活用を図り、費', '用や効果を考慮した上で、', '導入を推進する。'];
    expect(joined(rows, { columns: 12, padding: 0 })).toBe(rows.join(''));
  });
  test('reads vertical lines by their lower end', () => {
    expect(joined(['令和三年度の取組', '状況'], { columns: 8, writing: 'vertical' })).toBe('令和三年度の取組状況');
    expect(joined(['取組状況', '課題'], { columns: 8, writing: 'vertical' })).toBe('取組状況\n課題');
  });
  test('judges each line of a cell cut by a page break by its own page part', () => {
    const [head, tail] = [draw(['公共施設再生計画出張'])[0], draw(['講座を継続実施する。'])[0]];
    if (head === undefined || tail === undefined) throw new Error('two lines were drawn');
    expect(joinLines([head, { ...tail, page: 2 }], noJudge).text).toBe('公共施設再生計画出張講座を継続実施する。');
  });
  test('estimates widths where the places of characters are not given', () => {
    const lines = draw(['公共施設再生計画出張', '講座を継続実施する。', '以上']).map(({ set: _, ...line }) => line);
    expect(joinLines(lines, noJudge).text).toBe('公共施設再生計画出張講座を継続実施する。\n以上');
  });
  test('asks the judge only where the padding that it assumes decides', () => {
    const lines = draw(['　　地域の課題', '　　解決に向けて'], { columns: 9 });
    const asked: string[] = [];
    const { doubts } = joinLines(lines, (left, right) => {
      asked.push(`${left}|${right}`);
      return 'join';
    });
    expect(asked).toEqual(['地域の課題|解決に向けて']);
    expect(doubts).toBe(1);
  });
  test('is empty without lines', () => {
    expect(joinLines([], noJudge)).toEqual({ text: '', doubts: 0, guesses: 0 });
  });
});

describe('joinLines, spaces', () => {
  test('puts none between Japanese characters', () => {
    expect(joined(['公共施設再生計画出張', '講座'])).not.toContain(' ');
  });
  test('gives back the space between two Latin words', () => {
    expect(joined(['SAVE THE KOMAE', 'PROJECTの実施'], { columns: 8 })).toBe('SAVE THE KOMAE PROJECTの実施');
  });
  test('adds none inside an address or a word cut for want of room', () => {
    expect(joined(['https://www.city.', 'example.lg.jp/'], { columns: 9 })).toBe('https://www.city.example.lg.jp/');
    expect(joined(['chofukoma', 'e50の'], { columns: 4.5 })).toBe('chofukomae50の');
  });
  test('keeps a typed space that hangs at the end of a wrapped line', () => {
    expect(joined(['消防訓練防犯訓練一覧␣', '臨時避難訓練'])).toBe('消防訓練防犯訓練一覧 臨時避難訓練');
  });
  test('drops spaces that a producer sets at the end of every line', () => {
    expect(joined(['公共施設再生計画出張␣', '講座を継続実施すると␣', 'した。␣'])).toBe('公共施設再生計画出張講座を継続実施するとした。');
    expect(joined(['整理␣', '番号␣'], { columns: 2.4 })).toBe('整理番号');
  });
  test('gives back a space that a wrap swallowed in a cell whose author types such spaces', () => {
    expect(joined(['①午前50%', '午後55% 夜'], { columns: 5.9 }, joins)).toBe('①午前50% 午後55% 夜');
  });
  test('gives back a space that a wrap swallowed where the cell has one behind every such word', () => {
    expect(joined(['消防訓練 防犯訓練', '避難訓練の実施回数'], { columns: 8.6 }, joins)).toBe('消防訓練 防犯訓練 避難訓練の実施回数');
    expect(joined(['消防訓練 防犯訓練', 'の実施回数'], { columns: 8.6 }, () => 'inside')).toBe('消防訓練 防犯訓練の実施回数');
  });
  test('adds none inside a number, nor inside a word known from elsewhere', () => {
    expect(joined(['参加率は平均で7', '6.4%でした'], { columns: 7.6 })).toBe('参加率は平均で76.4%でした');
    const cell = draw(['小惑星koku', 'Bunji誕生'], { columns: 5 });
    const other = draw(['市はkokuBunjiで'], { columns: 20 });
    expect(joinLines(cell, noJudge, gatherEvidence([cell, other])).text).toBe('小惑星kokuBunji誕生');
  });
  test('adds none where a line without room for a letter goes on in small ones', () => {
    expect(joined(['小惑星koku', 'bunji誕生'], { columns: 5 })).toBe('小惑星kokubunji誕生');
    expect(joined(['情報提供依頼R', 'FIを実施'], { columns: 6.5 })).toBe('情報提供依頼RFIを実施');
  });
  test('puts none inside a word there', () => {
    const rows = ['館内 正面のお知ら', 'せを掲示した'];
    expect(joined(rows, { columns: 8.4 }, () => 'inside')).toBe('館内 正面のお知らせを掲示した');
  });
});

const kanji = fc.constantFrom(...'市民計画施設実施検討会議開催推進事業情報発信窓口業務改善');
const kana = fc.constantFrom(...'のをにはがともでしてきるれるかっー');
const piece = fc.oneof(
  { weight: 12, arbitrary: kanji },
  { weight: 8, arbitrary: kana },
  { weight: 1, arbitrary: fc.constant('、') },
  { weight: 1, arbitrary: fc.constantFrom('Facebook', 'SNS', 'PR', '2023', '1,150', '88.2%') },
  { weight: 1, arbitrary: fc.constantFrom('「市民の集い」', '（案）', '『広報』', '(第1回)') },
);
/** One sentence, so that no sentence ends inside a paragraph by chance at the edge. */
const paragraph = fc.tuple(kanji, fc.array(piece, { minLength: 1, maxLength: 80 })).map(([head, rest]) => head + rest.join('') + 'した。');

const setting = fc.record({
  program: fc.constantFrom<Program>('word', 'chromium', 'libreoffice', 'excel'),
  columns: fc.integer({ min: 110, max: 400 }).map((tenths) => tenths / 10),
  padding: fc.double({ min: 0.5, max: 8, noNaN: true }),
  size: fc.double({ min: 7, max: 12, noNaN: true }),
  proportional: fc.boolean(),
  align: fc.constantFrom<Setting['align']>('start', 'justify'),
  hangingIndent: fc.constantFrom(0, 1),
});

type Random = typeof setting extends fc.Arbitrary<infer T> ? T : never;

function setIn(value: string, { columns, ...rest }: Random): readonly JoinLine[] {
  return typeset(value, { ...rest, width: columns * rest.size + 2 * rest.padding, withSet: true });
}

/** Whether a paragraph's last line leaves room enough for anyone to see. */
function endsShort(lines: readonly JoinLine[], { columns, padding, size }: Random): boolean {
  const last = lines.at(-1);
  return last !== undefined && last.bounds.x1 - padding - last.box.x1 >= Math.min(10, columns / 2) * size;
}

describe('joinLines on typeset text', () => {
  test('gives back a paragraph, whatever program set it', () => {
    fc.assert(
      fc.property(paragraph, setting, (text, s) => {
        expect(joinLines(setIn(text, s), joins).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
  test('gives back bulleted paragraphs, hanging or not', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), fc.constantFrom('・', '●', '※'), setting, (texts, bullet, s) => {
        const value = texts.map((text) => bullet + text).join('\n');
        expect(joinLines(setIn(value, s), joins).text).toBe(value);
      }),
      { numRuns: 300 },
    );
  });
  test('keeps authored breaks that leave room to be seen', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 2, maxLength: 4 }), setting, (texts, s) => {
        fc.pre(texts.slice(0, -1).every((text) => endsShort(setIn(text, s), s)));
        const value = texts.join('\n');
        expect(joinLines(setIn(value, s), joins).text).toBe(value);
      }),
      { numRuns: 300 },
    );
  });
  test('neither loses nor adds a printing character, wherever lines stand', () => {
    const line = fc.record({
      text: fc.string({ unit: fc.oneof(piece, fc.constantFrom('・', ' ', '　', '①', '(', 'a')), maxLength: 12 }),
      x0: fc.integer({ min: 0, max: 90 }),
      width: fc.integer({ min: 0, max: 150 }),
      page: fc.constantFrom(1, 1, 1, 2),
      judged: fc.constantFrom<'join' | 'break'>('join', 'break'),
    });
    fc.assert(
      fc.property(fc.array(line), (rows) => {
        const lines = rows.map(({ text, x0, width, page }, n): JoinLine => {
          const box = { x0, x1: x0 + width, top: n * 15, bottom: n * 15 + 10 };
          return { text, box, bounds: { x0: 0, top: 0, x1: 120, bottom: 700 }, size: 10, writing: 'horizontal', page };
        });
        const solid = (s: string): string => s.replace(/[\s\u3000]/gu, '');
        const judge: JointJudge = (left) => rows.find((row) => row.text === left)?.judged ?? 'join';
        expect(solid(joinLines(lines, judge).text)).toBe(solid(rows.map((row) => row.text).join('')));
      }),
    );
  });
});
