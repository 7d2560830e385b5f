/** Made-up words of the demonstration year: places, what was found through the year, what the first suggestion answers. */

/** Places to go to in any unit; what they are called is made up from the unit's name. */
export const DISTRICT_PLACES = ['东城街道办', '西关镇', '北环街道办', '产业集聚区管委会'] as const;
export const ENTERPRISES = ['示范化工厂', '新型建材厂', '机械加工厂', '物流仓储园', '综合商场', '食品加工厂'] as const;
export const OFFICES = ['办公室', '行业管理处', '安全监管处'] as const;

export const VISIT_FINDINGS = [
  '现场台账齐全，应急通道畅通',
  '一处消防栓前堆放杂物，已当场清理',
  '有限空间作业票填写不全，要求补齐',
  '风险告知牌内容已过期，要求更换',
] as const;

interface Found {
  readonly unit: string;
  readonly on: string;
  readonly place?: string;
  readonly finding: string;
}

export const PATROL_FINDINGS: readonly Found[] = [
  { unit: '航空港区', on: '2019-03-12', place: '物流仓储园', finding: '两处装卸平台没有防护栏，要求十日内整改。' },
  { unit: '郑东新区', on: '2019-03-20', place: '综合商场', finding: '消防控制室值班记录不连续。' },
  { unit: '经开区', on: '2019-04-09', place: '机械加工厂', finding: '特种作业人员证书一人过期，已停止作业。' },
  { unit: '高新区', on: '2019-04-18', finding: '风险分级管控清单齐全，抽查三家企业均已张贴。' },
  { unit: '巩义市', on: '2019-05-07', place: '示范化工厂', finding: '罐区可燃气体报警器一只未检定。' },
  { unit: '登封市', on: '2019-05-15', finding: '矿山复工验收资料完整。' },
  { unit: '新密市', on: '2019-06-11', place: '新型建材厂', finding: '除尘设备检修没有挂牌。' },
  { unit: '荥阳市', on: '2019-06-25', finding: '安全生产月活动有方案、有总结。' },
  { unit: '新郑市', on: '2019-07-16', place: '食品加工厂', finding: '液氨制冷系统应急演练没有记录。' },
  { unit: '中牟县', on: '2019-08-06', finding: '汛期值班两次未到岗，已通报。' },
];

export const INSPECTIONS: readonly (Found & { readonly kind: 'routine' | 'unannounced'; readonly by: string })[] = [
  { unit: '中原区', on: '2019-03-28', kind: 'routine', by: '综合协调处', finding: '季度例会资料齐全。' },
  {
    unit: '二七区',
    on: '2019-04-24',
    kind: 'unannounced',
    by: '执法监督处',
    finding: '暗访两家商场，一家疏散指示灯不亮。',
  },
  { unit: '金水区', on: '2019-05-22', kind: 'routine', by: '综合协调处', finding: '双重预防体系建设进度达标。' },
  {
    unit: '管城区',
    on: '2019-06-19',
    kind: 'unannounced',
    by: '执法监督处',
    finding: '暗访三家小作坊，一家动火未审批。',
  },
  { unit: '惠济区', on: '2019-07-09', kind: 'routine', by: '应急指挥处', finding: '应急预案修订滞后两个月。' },
  {
    unit: '上街区',
    on: '2019-07-25',
    kind: 'unannounced',
    by: '危化监管处',
    finding: '暗访一家加油站，卸油作业无人监护。',
  },
  { unit: '市公安局', on: '2019-08-14', kind: 'routine', by: '综合协调处', finding: '道路交通事故月报按期报送。' },
  { unit: '市教育局', on: '2019-09-05', kind: 'routine', by: '综合协调处', finding: '开学安全检查有台账。' },
  {
    unit: '市交通局',
    on: '2019-09-24',
    kind: 'unannounced',
    by: '执法监督处',
    finding: '暗访客运站，安检机一台停用未公示。',
  },
  { unit: '市城建局', on: '2019-10-17', kind: 'routine', by: '综合协调处', finding: '起重机械备案资料齐全。' },
];

export const ANSWER = '已责成相关科室补齐资料，二月底前完成整改，整改照片和记录随后报送。';
