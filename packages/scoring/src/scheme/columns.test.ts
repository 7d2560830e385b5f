import { describe, expect, it } from 'vitest';
import { sheetColumns, shownColumns } from './columns.js';

const kindsOf = (...heads: readonly string[]) => sheetColumns(heads).map(({ kind }) => kind);

describe('印刷的各栏放什么，按表头认', () => {
  it('六栏的表', () => {
    expect(kindsOf('序号', '考核项目', '考核内容', '考核标准', '分值', '考核方法')).toEqual([
      'number',
      'item',
      'requirement',
      'criterion',
      'marks',
      'method',
    ]);
  });

  it('五栏的表：没有序号，第二栏是二级指标', () => {
    expect(kindsOf('一级指标', '二级指标', '考核要点', '评分细则', '分值')).toEqual([
      'item',
      'name',
      'requirement',
      'criterion',
      'marks',
    ]);
  });

  it('不认识的表头按常见的顺序；那个位置已有别的栏的，留作空栏', () => {
    expect(kindsOf('编号', '项目')).toEqual(['number', 'item']);
    expect(kindsOf('编号', '项目', '考核标准', '星级')).toEqual(['number', 'item', 'criterion', 'blank']);
  });

  it('两栏都像标准的，后一栏是评分标准，前一栏是要求；只有内容一栏的，那一栏就是标准', () => {
    expect(kindsOf('序号', '考核标准', '评分细则')).toEqual(['number', 'requirement', 'criterion']);
    expect(kindsOf('序号', '考核内容', '分值')).toEqual(['number', 'criterion', 'marks']);
  });

  it('考核方式、查验方法、佐证资料是方法；数据来源、责任部门、提供单位是谁提供', () => {
    expect(kindsOf('评分标准', '查验方式')[1]).toBe('method');
    expect(kindsOf('评分标准', '佐证资料')[1]).toBe('method');
    for (const head of ['数据来源', '责任部门', '提供单位']) expect(kindsOf('评分标准', head)[1]).toBe('supplier');
    expect(kindsOf('评分标准', '被考核单位')[1]).not.toBe('supplier');
  });

  it('填分用的空栏和重复的栏不显示', () => {
    expect(shownColumns(['考核要点', '考核内容', '评分标准', '自评得分', '备注'])).toEqual([
      { head: '考核要点', kind: 'requirement' },
      { head: '评分标准', kind: 'criterion' },
    ]);
  });
});
