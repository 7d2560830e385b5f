import type { Sheet } from '@kaohe/scoring';
import { describe, expect, it } from 'vitest';
import { columnsOf } from './columns';

const sheet = (columns: readonly string[]) => ({ columns }) as Sheet;

describe('印刷的各栏放什么，按表头认', () => {
  it('六栏的表', () => {
    const columns = ['序号', '考核项目', '考核内容', '考核标准', '分值', '考核方法'];
    expect(columnsOf(sheet(columns)).map(({ kind }) => kind)).toEqual([
      'number',
      'item',
      'requirement',
      'criterion',
      'marks',
      'method',
    ]);
  });

  it('五栏的表：没有序号，第二栏是二级指标', () => {
    const columns = ['一级指标', '二级指标', '考核要点', '评分细则', '分值'];
    expect(columnsOf(sheet(columns)).map(({ kind }) => kind)).toEqual([
      'item',
      'name',
      'requirement',
      'criterion',
      'marks',
    ]);
  });

  it('不认识的表头按常见的顺序', () => {
    expect(columnsOf(sheet(['编号', '项目'])).map(({ kind }) => kind)).toEqual(['number', 'item']);
  });
});
