import { type Cell, type Piece, p, table } from '../piece.ts';

/** 公共交通: 30 documents of 2014. */

interface Change {
  on: string;
  days: number;
  route: string;
  reason: string;
  from: string;
  /** Stops served or moved. */
  stops: string[];
  kind: '临时绕行' | '延伸' | '新开通' | '站点调整' | '班次加密';
}

const CHANGES: Change[] = [
  {
    on: '0109',
    days: 3,
    route: '3路',
    reason: '文治路雨污管网改造',
    from: '1月15日',
    stops: ['文治路口', '师范附小', '东湖公园'],
    kind: '临时绕行',
  },
  {
    on: '0213',
    days: 4,
    route: '18路',
    reason: '北门片区新建住宅区交付',
    from: '2月20日',
    stops: ['北门客运站', '锦绣苑', '北岭新村'],
    kind: '延伸',
  },
  {
    on: '0304',
    days: 2,
    route: '7路',
    reason: '市第一医院门诊楼搬迁',
    from: '3月10日',
    stops: ['市第一医院新院', '健康路', '卫校'],
    kind: '站点调整',
  },
  {
    on: '0317',
    days: 5,
    route: '101路',
    reason: '大学城学生出行需求',
    from: '3月24日',
    stops: ['大学城北门', '职业学院', '汽车总站'],
    kind: '新开通',
  },
  {
    on: '0402',
    days: 3,
    route: '5路',
    reason: '清溪大桥桥面铺装',
    from: '4月10日',
    stops: ['清溪大桥东', '滨江公园', '水产市场'],
    kind: '临时绕行',
  },
  {
    on: '0424',
    days: 6,
    route: '22路',
    reason: '早晚高峰满载率超过百分之一百一十',
    from: '5月1日',
    stops: ['工业园南', '保税仓', '人民广场'],
    kind: '班次加密',
  },
  {
    on: '0515',
    days: 3,
    route: '9路',
    reason: '中山路步行街改造',
    from: '5月22日',
    stops: ['中山路北', '钟楼', '旧市场'],
    kind: '临时绕行',
  },
  {
    on: '0603',
    days: 4,
    route: '12路',
    reason: '白石新区农贸市场启用',
    from: '6月9日',
    stops: ['白石农贸市场', '港尾路口', '渔港'],
    kind: '延伸',
  },
  {
    on: '0619',
    days: 5,
    route: '旅游2路',
    reason: '云岭景区暑期客流增加',
    from: '7月1日',
    stops: ['云岭景区', '游客中心', '火车站'],
    kind: '班次加密',
  },
  {
    on: '0709',
    days: 3,
    route: '6路',
    reason: '群众反映站距过大',
    from: '7月15日',
    stops: ['柳塘社区', '印刷厂', '第三小学'],
    kind: '站点调整',
  },
  {
    on: '0729',
    days: 6,
    route: '夜间1路',
    reason: '延长夜间服务的整改承诺',
    from: '8月1日',
    stops: ['火车站', '人民广场', '汽车总站'],
    kind: '新开通',
  },
  {
    on: '0814',
    days: 4,
    route: '15路',
    reason: '石鼓路口道路塌陷抢修',
    from: '8月15日',
    stops: ['石鼓路口', '粮食局', '体育中心'],
    kind: '临时绕行',
  },
  {
    on: '0901',
    days: 3,
    route: '11路',
    reason: '第六中学新校区开学',
    from: '9月5日',
    stops: ['第六中学', '学府路', '文博馆'],
    kind: '延伸',
  },
  {
    on: '0925',
    days: 5,
    route: '28路',
    reason: '南浦开发区企业投产',
    from: '10月8日',
    stops: ['南浦管委会', '电子产业园', '公租房小区'],
    kind: '新开通',
  },
  {
    on: '1112',
    days: 4,
    route: '4路',
    reason: '东湖隧道照明检修',
    from: '11月18日',
    stops: ['隧道西口', '环湖路', '图书馆'],
    kind: '临时绕行',
  },
  {
    on: '1204',
    days: 3,
    route: '16路',
    reason: '双龙安置房入住',
    from: '12月10日',
    stops: ['双龙安置房', '青少年宫', '市政务中心'],
    kind: '站点调整',
  },
];

const CHANGE_TEXT: Record<Change['kind'], (c: Change) => string[]> = {
  临时绕行: ({ route, reason, from, stops }) => [
    `因${reason}，公交${route}自${from}起临时绕行，停靠${stops[0]}、${stops[1]}两站暂停使用。`,
    `绕行期间增设${stops[2]}临时站，站牌已经设置。工程结束后恢复原线路，不再另行通告。`,
  ],
  延伸: ({ route, reason, from, stops }) => [
    `为适应${reason}后的出行需求，公交${route}自${from}起延伸至${stops[2]}。`,
    `延伸段设${stops.join('、')}三站，首末班时间不变，票价不变。`,
  ],
  新开通: ({ route, reason, from, stops }) => [
    `根据${reason}，经现场踏勘和公示，决定自${from}起开通公交${route}。`,
    `线路途经${stops.join('、')}等站，实行无人售票，投币一元，刷卡九折，老年人凭证免费。`,
  ],
  站点调整: ({ route, reason, from, stops }) => [
    `因${reason}，公交${route}自${from}起调整站点。`,
    `取消${stops[1]}站，增设${stops[0]}站和${stops[2]}站，两站间距均在五百米以内。`,
  ],
  班次加密: ({ route, reason, from, stops }) => [
    `针对${reason}的情况，公交${route}自${from}起加密班次，高峰间隔缩短至六分钟。`,
    `新增车辆三台，重点保障${stops[0]}、${stops[1]}至${stops[2]}区间。`,
  ],
};

const changes: Piece[] = CHANGES.map((change, index) => ({
  on: change.on,
  days: change.days,
  unit: 'DGC',
  title: `关于公交${change.route}${change.kind}的通告`,
  genre: '通告',
  subject: '工业、交通',
  keywords: `公交 ${change.route} ${change.kind}`,
  ...(index % 4 === 1 ? { series: '示交运' as const } : {}),
  body:
    p(...CHANGE_TEXT[change.kind](change)) +
    table(
      ['站名', '原时刻（首班）', '新时刻（首班）'],
      change.stops.map((stop, at): Cell[] => [stop, `6:${10 + at * 5 + index}`, `6:${12 + at * 6 + index}`]),
    ) +
    p(`请乘客提前安排行程。公交服务热线：0599-000${1200 + index * 3}。`),
}));

interface Timetable {
  on: string;
  days: number;
  line: string;
  season: string;
  first: number;
  gap: number;
  runs: number;
  fare: number;
}

const TIMETABLES: Timetable[] = [
  { on: '0225', days: 5, line: '汽车总站至清溪县', season: '春季', first: 360, gap: 30, runs: 8, fare: 18 },
  { on: '0310', days: 6, line: '北门客运站至白石港', season: '春季', first: 375, gap: 40, runs: 7, fare: 14 },
  { on: '0527', days: 4, line: '汽车总站至南浦市', season: '夏季', first: 350, gap: 25, runs: 9, fare: 22 },
  { on: '0605', days: 7, line: '火车站至云岭景区', season: '暑期', first: 420, gap: 45, runs: 6, fare: 16 },
  {
    on: '0827',
    days: 5,
    line: '汽车总站至大学城',
    season: '秋季开学',
    first: 390,
    gap: 15,
    runs: 10,
    fare: 3,
  },
  { on: '0918', days: 8, line: '北门客运站至龙门镇', season: '秋季', first: 380, gap: 50, runs: 6, fare: 9 },
  { on: '1023', days: 6, line: '汽车总站至高坪乡', season: '冬季', first: 400, gap: 90, runs: 4, fare: 11 },
  { on: '1126', days: 9, line: '火车站至白石新区', season: '冬季', first: 370, gap: 20, runs: 9, fare: 5 },
];

const clockTime = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const timetables: Piece[] = TIMETABLES.map(({ on, days, line, season, first, gap, runs, fare }) => {
  const rows = Array.from({ length: runs }, (_, run): Cell[] => [
    run + 1,
    clockTime(first + run * gap),
    clockTime(first + run * gap + 55 + (run % 3) * 10),
  ]);
  return {
    on,
    days,
    unit: 'DGC',
    title: `${line}客运班线${season}时刻表`,
    genre: '公告',
    subject: '工业、交通',
    keywords: `时刻表 班线 ${line}`,
    body:
      p(
        `${line}客运班线${season}时刻调整如下，全程票价${fare}元，伤残军人、儿童按规定优惠。`,
        `每日${runs}班，首班${rows[0]![1]}，末班${rows.at(-1)![1]}。遇恶劣天气临时停班的，以车站公告为准。`,
      ) +
      table(['班次', '发车', '预计到达'], rows) +
      p('班次不足时由备用车辆补班，旅客可以在发车前二小时办理退票。'),
    files: [{ kind: 'csv', name: `${line}时刻表`, rows: [['班次', '发车', '预计到达'], ...rows] }],
  };
});

const HOLIDAYS: { on: string; days: number; name: string; title: string; lines: string[]; rows: Cell[][] }[] =
  [
    {
      on: '0110',
      days: 2,
      name: '春运',
      title: '2014年春运道路水路旅客运输公告',
      lines: [
        '2014年春运自1月16日开始至2月24日结束，共40天。预计全市道路客运量412万人次、水路客运量19万人次，与上年基本持平。',
        '客运站实行24小时值班，正月初一至初三末班车提前一小时。',
      ],
      rows: [
        ['客车', 1263],
        ['其中应急运力', 60],
        ['客船', 34],
        ['出租汽车', 892],
      ],
    },
    {
      on: '0331',
      days: 1,
      name: '清明',
      title: '2014年清明节期间祭扫交通服务公告',
      lines: [
        '4月5日至7日，公交公司开行祭扫专线3条，票价2元，往返于市区与福寿园、望江陵园、西山公墓。',
        '请市民错峰出行，不携带易燃易爆物品乘车。',
      ],
      rows: [
        ['福寿园专线', 24],
        ['望江陵园专线', 18],
        ['西山公墓专线', 12],
      ],
    },
    {
      on: '0422',
      days: 3,
      name: '五一',
      title: '2014年劳动节假期出行提示',
      lines: [
        '5月1日至3日，高速公路小型客车免费通行。预计云岭景区、白石港方向车流较大，请提前规划路线。',
        '省道303线K45段施工期间单向通行，建议绕行县道214线。',
      ],
      rows: [
        ['高速公路出口', 9],
        ['景区专线车辆', 26],
        ['清障车', 14],
      ],
    },
    {
      on: '0521',
      days: 4,
      name: '端午',
      title: '2014年端午节水上客运安排公告',
      lines: [
        '端午节期间举办龙舟活动，5月31日至6月2日每日8时至12时，东湖水域实行交通管制。',
        '渡船临时停靠东湖西码头，恢复时间以现场通知为准。',
      ],
      rows: [
        ['东湖西码头班次', 16],
        ['横江渡班次', 20],
        ['救生艇', 6],
      ],
    },
    {
      on: '0901',
      days: 5,
      name: '中秋',
      title: '2014年中秋节假期旅客运输安排',
      lines: [
        '9月6日至8日，客运总站增开短途班车42班，预计发送旅客5.8万人次。',
        '旅客可以提前10天购票，网络购票可以在自助机取票。',
      ],
      rows: [
        ['汽车总站增班', 22],
        ['北门客运站增班', 13],
        ['白石站增班', 7],
      ],
    },
    {
      on: '0922',
      days: 6,
      name: '国庆',
      title: '2014年国庆黄金周道路运输保障方案摘要',
      lines: [
        '10月1日至7日，预计全市道路客流128万人次。安排应急运力80辆，其中大型客车36辆。',
        '各站每日18时前报送客流数据，重大情况即时报告。',
      ],
      rows: [
        ['汽车总站', 41],
        ['北门客运站', 25],
        ['清溪站', 8],
        ['白石站', 6],
      ],
    },
  ];

const holidays: Piece[] = HOLIDAYS.map(({ on, days, name, title, lines, rows }) => ({
  on,
  days,
  unit: 'YAK',
  title,
  genre: title.includes('公告') ? '公告' : '通知',
  subject: '工业、交通',
  keywords: `${name} 旅客运输 出行`,
  series: '示交运',
  body: p(...lines) + table(['项目', '数量'], rows) + p('出行咨询请拨打交通服务热线12328。'),
}));

export const transit: Piece[] = [...changes, ...timetables, ...holidays];
