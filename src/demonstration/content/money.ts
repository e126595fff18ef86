import { type Cell, type Piece, p, sumOf, table, withTotal } from '../piece.ts';

/** 财政资金类: 14 documents of 2014. Amounts in 万元 unless said otherwise. */

const BUDGETS: {
  on: string;
  days: number;
  title: string;
  text: string;
  income: Cell[][];
  spending: Cell[][];
}[] = [
  {
    on: '0310',
    days: 13,
    title: '示例市交通运输局2014年部门预算公开说明',
    text: '本预算经市第十五届人民代表大会第三次会议审议通过，由市财政局批复。',
    income: [
      ['公共财政预算拨款', 2864.5],
      ['政府性基金预算拨款', 310],
      ['事业收入', 96.2],
      ['其他收入', 18.3],
    ],
    spending: [
      ['人员支出', 1642.8],
      ['公用支出', 377.4],
      ['对个人和家庭的补助', 214.6],
      ['项目支出', 1054.2],
    ],
  },
  {
    on: '0828',
    days: 15,
    title: '示例市交通运输局2013年部门决算公开说明',
    text: '本决算经市财政局批复。年末结转资金按规定结转下年使用。',
    income: [
      ['公共财政预算拨款', 2703.1],
      ['政府性基金预算拨款', 286],
      ['事业收入', 102.7],
      ['上年结转', 63.4],
    ],
    spending: [
      ['人员支出', 1580.9],
      ['公用支出', 362.5],
      ['对个人和家庭的补助', 203.3],
      ['项目支出', 937.8],
      ['年末结转', 70.7],
    ],
  },
];

const budgets: Piece[] = BUDGETS.map(({ on, days, title, text, income, spending }) => ({
  on,
  days,
  unit: 'CWK',
  title,
  genre: '其他',
  subject: '财政、金融、审计',
  keywords: '部门预算 部门决算 财政资金',
  series: '示交财',
  summary: `收入总计${sumOf(income, 1)}万元，支出总计${sumOf(spending, 1)}万元。`,
  body:
    p(
      text,
      `收入总计${sumOf(income, 1)}万元，其中公共财政预算拨款${income[0]![1]}万元；支出总计${sumOf(spending, 1)}万元，收支平衡。`,
    ) +
    table(['收入项目', '金额（万元）'], withTotal(income, [1], '收入总计')) +
    table(['支出项目', '金额（万元）'], withTotal(spending, [1], '支出总计')) +
    p('报表口径为局机关及所属独立核算单位。表中金额均为元以下四舍五入。'),
  files: [
    {
      kind: 'xlsx',
      name: `${title.replace('公开说明', '收支总表')}`,
      rows: [
        ['项目', '金额（万元）'],
        ...withTotal(income, [1], '收入总计'),
        ...withTotal(spending, [1], '支出总计'),
      ],
    },
  ],
}));

const THREE: { on: string; days: number; title: string; rows: Cell[][]; note: string }[] = [
  {
    on: '0312',
    days: 12,
    title: '2014年“三公”经费预算公开',
    rows: [
      ['因公出国（境）费', 0],
      ['公务接待费', 18.6],
      ['公务用车购置费', 0],
      ['公务用车运行维护费', 42.4],
    ],
    note: '预算比上年下降9.7%，下降原因是严格执行公务接待标准并减少一辆公务用车。',
  },
  {
    on: '0902',
    days: 14,
    title: '2013年“三公”经费决算公开',
    rows: [
      ['因公出国（境）费', 0],
      ['公务接待费', 19.83],
      ['公务用车购置费', 0],
      ['公务用车运行维护费', 43.51],
    ],
    note: '公务接待162批次1240人次。年末公务用车保有量11辆，其中执法用车7辆。',
  },
];

const three: Piece[] = THREE.map(({ on, days, title, rows, note }) => ({
  on,
  days,
  unit: 'CWK',
  title: `示例市交通运输局${title}`,
  genre: '其他',
  subject: '财政、金融、审计',
  keywords: '三公经费 公务接待 公务用车',
  series: '示交财',
  body:
    p(`本部门“三公”经费合计${sumOf(rows, 1)}万元，全部由公共财政预算拨款安排。`) +
    table(['项目', '金额（万元）'], withTotal(rows, [1])) +
    p(note, '因公出国（境）费为零，本年度未安排团组。'),
}));

const GRANTS: {
  on: string;
  days: number;
  unit: Piece['unit'];
  title: string;
  head: string;
  rows: Cell[][];
  text: string;
}[] = [
  {
    on: '0421',
    days: 10,
    unit: 'JJK',
    title: '2014年农村公路养护补助资金分配结果公示',
    head: '县（区）',
    rows: [
      ['东湖区', 186],
      ['清溪县', 342],
      ['白石县', 297.5],
      ['南浦市', 264],
      ['云岭县', 310.5],
    ],
    text: '资金按列养里程、路况评定和上年考核结果三项因素分配，县道每公里7000元、乡道每公里3500元、村道每公里1000元。',
  },
  {
    on: '0616',
    days: 8,
    unit: 'DGC',
    title: '2013年度城市公交成品油价格补助资金发放公示',
    head: '企业',
    rows: [
      ['示例市公共交通有限公司', 612.4],
      ['清溪县通达公交有限公司', 88.7],
      ['白石县平安公交有限公司', 74.9],
    ],
    text: '补助按经审核的营运车辆数和里程核算，公示期7个工作日。',
  },
  {
    on: '0617',
    days: 9,
    unit: 'DGC',
    title: '2013年度出租汽车成品油价格补助资金发放公示',
    head: '企业',
    rows: [
      ['示例市蓝岛出租汽车有限公司', 143.2],
      ['示例市安捷出租汽车有限公司', 126.8],
      ['清溪县顺风出租汽车有限公司', 39.6],
    ],
    text: '补助资金直接发放到车辆实际经营者，企业不得截留。',
  },
  {
    on: '0624',
    days: 7,
    unit: 'SYC',
    title: '2013年度岛际和农村水路客运成品油补助发放公示',
    head: '经营者',
    rows: [
      ['白石县渡口管理站', 21.4],
      ['南浦市横江轮渡有限公司', 33.9],
      ['云岭县三溪渡', 6.8],
    ],
    text: '按核定的船舶主机功率和航次核算，停航期间不予补助。',
  },
  {
    on: '0915',
    days: 11,
    unit: 'JJK',
    title: '2014年农村客运站场建设补助资金安排公示',
    head: '站场',
    rows: [
      ['清溪县龙门客运站', 40],
      ['白石县港尾客运站', 40],
      ['云岭县高坪候车亭（12座）', 14.4],
      ['南浦市西屿候车亭（9座）', 10.8],
    ],
    text: '五级客运站每座补助40万元，候车亭每座补助1.2万元，竣工验收后一次性拨付。',
  },
  {
    on: '1118',
    days: 13,
    unit: 'DGC',
    title: '2014年新能源公交车辆购置补助资金公示',
    head: '车型',
    rows: [
      ['插电式混合动力（10.5米）', 300],
      ['纯电动（8.5米）', 240],
      ['纯电动（10.5米）', 180],
    ],
    text: '2014年示例市公共交通有限公司新购新能源公交车24辆，补助标准按国家和省有关规定执行。',
  },
];

const grants: Piece[] = GRANTS.map(({ on, days, unit, title, head, rows, text }, index) => ({
  on,
  days,
  unit,
  title,
  genre: '公告',
  subject: '财政、金融、审计',
  keywords: '补助资金 分配 公示',
  ...(index % 2 === 0 ? { series: '示交财' as const } : {}),
  summary: `合计${sumOf(rows, 1)}万元。`,
  body:
    p(text, `本次共安排资金${sumOf(rows, 1)}万元，明细如下。`) +
    table([head, '补助金额（万元）'], withTotal(rows, [1])) +
    p('对公示内容有异议的，请在公示期内向局财务科或者市财政局反映，并提供书面材料。'),
  files:
    index % 2 === 0
      ? [{ kind: 'csv', name: `${title}明细`, rows: [[head, '补助金额（万元）'], ...withTotal(rows, [1])] }]
      : [],
}));

const TENDERS: {
  on: string;
  days: number;
  project: string;
  number: string;
  rows: Cell[][];
  winner: string;
}[] = [
  {
    on: '0520',
    days: 5,
    project: '治超站称重设备采购',
    number: 'SLJT-CG-2014-06',
    rows: [
      ['示例市衡准仪器有限公司', 68.8, 92.1],
      ['海川称重科技有限公司', 71.5, 88.6],
      ['南屏电子工程有限公司', 74.2, 83.4],
    ],
    winner: '示例市衡准仪器有限公司',
  },
  {
    on: '0806',
    days: 6,
    project: '公交智能调度平台服务',
    number: 'SLJT-CG-2014-11',
    rows: [
      ['蓝图数据服务有限公司', 126, 90.7],
      ['智行软件有限公司', 131.2, 89.9],
      ['联港信息技术有限公司', 138.6, 81.2],
    ],
    winner: '蓝图数据服务有限公司',
  },
  {
    on: '1022',
    days: 7,
    project: '执法记录设备采购',
    number: 'SLJT-CG-2014-17',
    rows: [
      ['示例市光影电子有限公司', 23.6, 91.5],
      ['明察安防设备有限公司', 24.9, 87.3],
      ['正合科贸有限公司', 26.1, 84.8],
    ],
    winner: '示例市光影电子有限公司',
  },
];

const tenders: Piece[] = TENDERS.map(({ on, days, project, number, rows, winner }) => ({
  on,
  days,
  unit: 'CWK',
  title: `${project}项目中标结果公告`,
  genre: '公告',
  subject: '财政、金融、审计',
  keywords: '政府采购 中标 公开招标',
  body:
    p(`项目编号：${number}。采购方式：公开招标。评标委员会由5人组成，其中评审专家4人。`) +
    table(['投标人', '投标报价（万元）', '综合得分'], rows) +
    p(
      `中标人：${winner}，中标金额${rows[0]![1]}万元。`,
      '投标人对结果有异议的，可以在公告发布之日起7个工作日内以书面形式提出质疑。',
    ),
  files: [
    {
      kind: 'txt',
      name: `${project}项目评审摘要`,
      lines: [`项目编号 ${number}`, ...rows.map((row) => row.join('  '))],
    },
  ],
}));

const revenue: Cell[][] = [
  ['公路赔（补）偿费', 128.6],
  ['行政处罚收入', 159.9],
  ['从业资格考试费', 22.4],
  ['船舶登记费', 3.1],
];

const nontax: Piece = {
  on: '0721',
  days: 22,
  unit: 'CWK',
  title: '2014年上半年非税收入征收情况公开',
  genre: '其他',
  subject: '财政、金融、审计',
  keywords: '非税收入 收支两条线',
  body:
    p('2014年上半年，局机关及所属单位严格执行收支两条线规定，非税收入全部上缴国库或者财政专户。') +
    table(['收入项目', '金额（万元）'], withTotal(revenue, [1])) +
    p('收费项目、标准和依据在各办事窗口公示，未增设收费项目，未提高收费标准。'),
};

export const money: Piece[] = [...budgets, ...three, ...grants, ...tenders, nontax];
