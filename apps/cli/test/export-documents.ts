// Documents of the tests' own, each written another way, to be imported, exported and imported again.

/** A table of tabs: numbered items, merged marks, requirement and method columns, a note, vetoes and grades. */
const TABLE = `青河县2021年度乡镇防汛工作考核细则
序号	考核项目	考核内容	评分标准	分值	考核方法
1	一、责任落实	健全防汛责任体系。	未成立防汛指挥机构的扣3分；责任人未公示的，每缺1人扣0.5分，最多扣2分。	20分	查文件
2		签订责任书。	责任书未签订的扣2分。		查责任书
3	二、预案演练	修订预案，开展演练。	预案未修订的扣4分。每年演练不少于2次，每少1次扣2分。	30分	查记录
4	三、物资储备	物资齐全。	储备率低于90%的扣5分；每低5%扣1分，不足5%不计。	50分	现场检查
备注：“以上”含本数，“以下”不含本数。扣完本项分值为止。
一、加分项
受到省级表彰的加2分，受到市级表彰的加1分，最多加3分。
二、否决项
因责任不落实造成人员死亡的，考核结果评定为不合格。
三、等次评定
优秀：90分（含）以上；良好：80分（含）至90分；合格：60分（含）至80分；不合格：低于60分。
`;

/** Paragraphs: items with their marks in the heading, rows with numbers, an item that starts at zero. */
const PARAGRAPHS = `南桥镇2022年度村居消防工作考核办法
一、组织领导（30分）
1．每季度召开会议不少于1次，每少1次扣1分。
2．未建立工作台账的扣2分，台账不完整的，每处扣0.5分。
二、隐患整改（40分）
3．隐患整改率低于95%的，每低1个百分点扣1分，不足1个百分点按比例计分。
4．第一次被通报扣2分，第二次扣4分，以此类推。
三、宣传培训（30分）
5．开展入户宣传的得10分。
6．组织培训的得20分，否则不得分。
加分项
被市级媒体报道的，每篇加0.5分，最多加2分。
附则
有下列情形的，取消评优资格：发生较大火灾事故的。
`;

/** A table of bars: named rows with marks of their own, lists in cells, open sentences. */
const BARS = `东港市2020年度企业安全生产标准化评分标准
| 一级指标 | 二级指标 | 考核要点 | 评分细则 | 分值 |
| --- | --- | --- | --- | --- |
| 制度建设（40） | 责任制 | 建立全员责任制。 | 1. 制定责任制。10分 2. 责任制上墙。10分 | 20 |
|  | 操作规程 | 编制操作规程。 | 1. 编制规程。12分 2. 组织学习。8分 | 20 |
| 现场管理（60） | 设备 | 设备完好。 | 1. 定期检修。30分 | 30 |
|  | 作业 | 规范作业。 | 1. 执行作业票。30分 | 30 |
`;

/** What cannot be certain stays so: open discretion, an amount that is missing, rungs that include one another; traditional characters. */
const OPEN = `西岭区2019年度信访工作考核细则
序号	考核项目	评分标准	分值
1	一、初信初访	处理不及时的酌情扣分。未登记的，每件扣０．５分。	40分
2	二、積案化解	積案未化解的；化解率低於80%的扣3分，低於60%的扣6分。	60分
説明：扣完為止。
`;

export const DOCUMENTS: Readonly<Record<string, string>> = { TABLE, PARAGRAPHS, BARS, OPEN };
