import { describe, expect, test } from 'vitest';
import { findFiscalYear, monthInFiscalYear } from './era.js';

describe('findFiscalYear', () => {
  test.each([
    ['令和元年度', 2019],
    ['令和３年度', 2021],
    ['R3年度', 2021],
    ['Ｒ３', 2021],
    ['平成30年度末時点値', 2018],
    ['平成三十年度', 2018],
    ['2023年度', 2023],
    ['２０２３年度', 2023],
    ['H30', 2018],
    ['令和5(2023)年度', 2023],
    ['2023（令和5）年度', 2023],
    ['第6次行財政改革推進計画 令和3年度進捗状況報告書', 2021],
    ['平成三十一年度', 2019],
  ])('reads %s', (printed, year) => {
    expect(findFiscalYear(printed)?.year).toBe(year);
  });
  test.each(['', '令和4年4月1日', '12345', 'PR3', '45%', '第3回', '令和年度'])('gives nothing for %j', (printed) => {
    expect(findFiscalYear(printed)).toBeNull();
  });
  test('gives the label as printed, without the spaces that spread it', () => {
    expect(findFiscalYear('（令和 ３ 年 度） 目標管理シート')).toEqual({ year: 2021, label: '令和３年度' });
  });
  test('prefers the 年度 over a year that stands before it', () => {
    expect(findFiscalYear('平成31年策定 令和3年度版')?.year).toBe(2021);
  });
});

describe('monthInFiscalYear', () => {
  test.each([
    ['3月', '2023-03'],
    ['４月', '2022-04'],
    ['12月', '2022-12'],
    ['十二月', '2022-12'],
    ['令和5年3月', '2023-03'],
    ['３月末まで', '2023-03'],
    ['年度末', '2023-03'],
    ['上半期', '2022-09'],
    ['下半期', '2023-03'],
    ['9月末', '2022-09'],
    ['4～9月', '2022-09'],
    ['4月から翌年3月', '2023-03'],
  ])('places %s in fiscal year 2022', (printed, month) => {
    expect(monthInFiscalYear(printed, 2022)).toBe(month);
  });
  test.each(['通年', '随時', '毎月', '6月、12月', '未定', '13月', ''])('gives nothing for %j', (printed) => {
    expect(monthInFiscalYear(printed, 2022)).toBeNull();
  });
});
