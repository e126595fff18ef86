import type { Agenda } from './agenda.ts';
import { type CategoryCode, type Cell, type Piece, p, sumOf, table, withTotal } from './piece.ts';
import { placePieces, walkThrough } from './plan.ts';
import type { Site } from './walk.ts';

/** What moved each year; a year without an entry has only its budget and its spring transport. */
const TOPICS: Record<
  number,
  { on: string; category: CategoryCode; unit: Piece['unit']; title: string; lines: string[] }
> = {
  2015: {
    on: '0914',
    category: 'GGFW',
    unit: 'JJK',
    title: '省道303线改建工程建成通车公告',
    lines: [
      '省道303线改建工程于2015年9月12日通过交工验收，9月15日零时起通车试运行。',
      '全线设计时速60公里，双向四车道，试运行期间货车限速50公里。',
    ],
  },
  2016: {
    on: '0620',
    category: 'GGFW',
    unit: 'DGC',
    title: '公交一卡通跨县（区）互通公告',
    lines: [
      '自2016年7月1日起，示例市公交一卡通在清溪县、白石县、云岭县通用，刷卡优惠标准一致。',
      '原县级公交卡可以继续使用至2016年12月31日，卡内余额免费转移。',
    ],
  },
  2017: {
    on: '0406',
    category: 'QLYX',
    unit: 'SPK',
    title: '关于推行行政许可“最多跑一趟”的公告',
    lines: [
      '首批32项许可事项实行一趟不用跑或者最多跑一趟，材料可以网上提交、邮寄送达。',
      '窗口设代办专员，为企业提供无偿代办服务。',
    ],
  },
  2018: {
    on: '1112',
    category: 'QLYX',
    unit: 'ZFD',
    title: '关于超限运输联合治理常态化的通告',
    lines: [
      '市交通综合行政执法支队与公安交警在5处站点实行驻站联合执法，称重数据一次采集、双方互认。',
      '一年内违法超限超过三次的车辆，依法吊销其道路运输证。',
    ],
  },
  2019: {
    on: '0522',
    category: 'QLYX',
    unit: 'FGK',
    title: '关于贯彻新修订政府信息公开条例的实施意见',
    lines: [
      '公文拟制时同步确定公开属性，拟不公开的说明理由并报审。',
      '每年对不予公开的信息进行评估审查，情势变化可以公开的应当公开。',
    ],
  },
  2020: {
    on: '0210',
    category: 'GGFW',
    unit: 'YAK',
    title: '关于疫情防控期间客运班线恢复运行安排的公告',
    lines: [
      '按照分区分级防控要求，县际客运班线自2020年2月24日起分批恢复，乘客实名登记、测温乘车。',
      '客座率控制在百分之五十以内，车站、车辆每日消毒不少于两次。',
    ],
  },
  2021: {
    on: '0708',
    category: 'GGFW',
    unit: 'DGC',
    title: '老年人交通出行便利化措施公告',
    lines: [
      '保留人工售票窗口和现金支付，电话叫车服务热线24小时开通。',
      '低地板公交车优先投放到医院、公园沿线，车内设大字报站屏。',
    ],
  },
  2022: {
    on: '0419',
    category: 'CZZJ',
    unit: 'CWK',
    title: '货车司机和物流企业纾困政策执行情况公开',
    lines: [
      '对个体工商户和小微物流企业缓缴、减免相关费用，办理交通物流专项贷款贴息91户。',
      '政策到期后按国家规定执行，不再另行发文。',
    ],
  },
  2023: {
    on: '0831',
    category: 'GGFW',
    unit: 'ZGB',
    title: '危旧桥梁三年改造任务完成情况公告',
    lines: [
      '三年共改造四类、五类桥梁23座，消除三类桥梁41座，公路桥梁技术状况等级均达到三类以上。',
      '大洋陂桥等12座桥梁安装了结构监测系统。',
    ],
  },
  2024: {
    on: '1024',
    category: 'RSDL',
    unit: 'RSK',
    title: '2024年执法人员换岗交流情况公开',
    lines: [
      '在同一执法岗位连续任职满五年的人员全部交流轮岗，本次交流37人。',
      '轮岗前完成案卷、装备、印章交接，监察人员全程监督。',
    ],
  },
  2025: {
    on: '0616',
    category: 'GGFW',
    unit: 'XXB',
    title: '交通运输公共数据开放目录（2025年版）说明',
    lines: [
      '本版目录开放公交站点、班线时刻、桥梁技术状况、施工占道等9类数据，按月更新。',
      '数据以开放格式提供下载，使用时注明来源即可。',
    ],
  },
};

function budgetOf(year: number): [CategoryCode, Piece] {
  const step = year - 2014;
  const income: Cell[][] = [
    ['一般公共预算拨款', 2864 + step * 118],
    ['政府性基金预算拨款', 310 + (step % 4) * 22],
    ['其他收入', 92 + (step % 3) * 9],
  ];
  const total = sumOf(income, 1);
  const people = Math.round(total * 0.54);
  const office = Math.round(total * 0.11);
  const spending: Cell[][] = [
    ['人员支出', people],
    ['公用支出', office],
    ['项目支出', total - people - office],
  ];
  return [
    'CZZJ',
    {
      on: '0306',
      days: 8 + (step % 9),
      unit: 'CWK',
      title: `示例市交通运输局${year}年部门预算公开说明`,
      genre: '其他',
      subject: '财政、金融、审计',
      keywords: `部门预算 ${year}年`,
      series: '示交财',
      summary: `收支总额${total}万元。`,
      body:
        p(
          `${year}年部门预算收入${total}万元、支出${total}万元，收支平衡。预算经市人民代表大会批准、市财政局批复。`,
        ) +
        table(['收入项目', '金额（万元）'], withTotal(income, [1], '收入总计')) +
        table(['支出项目', '金额（万元）'], withTotal(spending, [1], '支出总计')),
      files: [
        {
          kind: 'csv',
          name: `${year}年部门收支预算总表`,
          rows: [['项目', '金额（万元）'], ...withTotal(income, [1]), ...withTotal(spending, [1])],
        },
      ],
    },
  ];
}

function springOf(year: number): [CategoryCode, Piece] {
  const buses = 1263 - (year - 2014) * 37;
  return [
    'GGFW',
    {
      on: '0108',
      days: 3,
      unit: 'YAK',
      title: `${year}年春运旅客运输保障公告`,
      genre: '公告',
      subject: '工业、交通',
      keywords: `春运 ${year}年`,
      series: '示交运',
      body:
        p(
          `${year}年春运为期40天。全市投入客车${buses}辆、客船${34 - ((year - 2014) % 5)}艘，安排应急运力${60 + ((year * 7) % 20)}辆。`,
        ) + p('各客运站实行24小时值班，网上售票比例逐年提高，请旅客尽量提前购票。', '服务监督热线12328。'),
    },
  ];
}

/** The pieces of one of the years after 2014: its spring transport, its budget and what else moved. */
export function piecesOf(year: number): [CategoryCode, Piece][] {
  const topic = TOPICS[year];
  const own: [CategoryCode, Piece][] = topic
    ? [
        [
          topic.category,
          {
            on: topic.on,
            days: 5 + (year % 6),
            unit: topic.unit,
            title: topic.title,
            genre: topic.title.includes('意见') ? '意见' : topic.title.includes('通告') ? '通告' : '公告',
            subject: '工业、交通',
            keywords: topic.title.replaceAll(/[()（）“”]/g, ' '),
            series: '示交',
            body: p(...topic.lines, '联系单位和电话见本局政府信息公开指南。'),
          },
        ],
      ]
    : [];
  return [springOf(year), budgetOf(year), ...own];
}

/** The sparse years after 2014, up to the year before the present one. */
export function enterYearsBetween(agenda: Agenda, site: Site, presentYear: number): void {
  for (let year = 2015; year < presentYear; year++)
    for (const [order, placed] of placePieces(piecesOf(year), year).entries())
      walkThrough(agenda, site, placed, order + year);
}
