import { type Cell, type Piece, p, sumOf, table } from '../piece.ts';

/** 公路: 20 documents of 2014. */

interface Work {
  on: string;
  days: number;
  road: string;
  section: string;
  work: string;
  dates: string;
  detour: string;
  closed: '全封闭' | '半幅施工' | '夜间封闭';
}

const WORKS: Work[] = [
  {
    on: '0108',
    days: 2,
    road: '省道303线',
    section: 'K45+200至K47+800',
    work: '水泥路面换板',
    dates: '1月15日至3月10日',
    detour: '县道214线',
    closed: '半幅施工',
  },
  {
    on: '0220',
    days: 4,
    road: '县道214线',
    section: 'K3+000至K8+500',
    work: '沥青罩面',
    dates: '3月1日至4月15日',
    detour: '乡道012线',
    closed: '半幅施工',
  },
  {
    on: '0306',
    days: 3,
    road: '国道104线示例段',
    section: 'K2071+400处',
    work: '平交口渠化改造',
    dates: '3月12日至4月30日',
    detour: '学府路',
    closed: '夜间封闭',
  },
  {
    on: '0325',
    days: 5,
    road: '乡道037线',
    section: '高坪至坪洋段',
    work: '路基拓宽',
    dates: '4月1日至7月31日',
    detour: '村道至三溪村',
    closed: '全封闭',
  },
  {
    on: '0410',
    days: 2,
    road: '省道202线',
    section: '东湖隧道',
    work: '照明和通风设备更换',
    dates: '4月16日至5月6日',
    detour: '环湖路',
    closed: '夜间封闭',
  },
  {
    on: '0519',
    days: 3,
    road: '县道218线',
    section: '石鼓岭K11处',
    work: '边坡滑塌抢险',
    dates: '5月19日起',
    detour: '省道202线',
    closed: '全封闭',
  },
  {
    on: '0530',
    days: 4,
    road: '省道303线',
    section: 'K12至K19',
    work: '路面标线补划',
    dates: '6月5日至6月12日',
    detour: '不需绕行',
    closed: '半幅施工',
  },
  {
    on: '0612',
    days: 5,
    road: '村道西屿环岛路',
    section: '全线6.4公里',
    work: '防护栏安装',
    dates: '6月20日至8月20日',
    detour: '不需绕行',
    closed: '半幅施工',
  },
  {
    on: '0723',
    days: 1,
    road: '县道221线',
    section: '龙门至溪头段',
    work: '水毁路段抢修',
    dates: '7月24日至8月5日',
    detour: '乡道045线',
    closed: '全封闭',
  },
  {
    on: '0804',
    days: 3,
    road: '国道104线示例段',
    section: 'K2060至K2064',
    work: '中央分隔带开口封闭',
    dates: '8月10日至8月30日',
    detour: '辅道',
    closed: '半幅施工',
  },
  {
    on: '0910',
    days: 6,
    road: '省道202线',
    section: 'K33至K38',
    work: '沥青路面铣刨重铺',
    dates: '9月16日至10月28日',
    detour: '县道216线',
    closed: '半幅施工',
  },
  {
    on: '1016',
    days: 4,
    road: '县道216线',
    section: '柳塘至双龙段',
    work: '排水边沟整修',
    dates: '10月20日至11月30日',
    detour: '不需绕行',
    closed: '半幅施工',
  },
  {
    on: '1111',
    days: 5,
    road: '乡道012线',
    section: '大洋陂桥头',
    work: '错车道增设',
    dates: '11月17日至12月20日',
    detour: '县道214线',
    closed: '全封闭',
  },
  {
    on: '1203',
    days: 3,
    road: '省道303线',
    section: 'K52处',
    work: '地质灾害监测钻探',
    dates: '12月8日至12月26日',
    detour: '不需绕行',
    closed: '夜间封闭',
  },
];

const works: Piece[] = WORKS.map(({ on, days, road, section, work, dates, detour, closed }, index) => ({
  on,
  days,
  unit: 'JJK',
  title: `关于${road}${section}${work}期间交通管制的通告`,
  genre: '通告',
  subject: '工业、交通',
  keywords: `道路施工 交通管制 ${road}`,
  ...(index % 3 === 0 ? { series: '示交' as const } : {}),
  body:
    p(
      `因${road}${section}${work}，经市公安局交警支队同意，施工期间实行${closed}交通管制，时间为${dates}。`,
      closed === '全封闭'
        ? '封闭期间禁止机动车和非机动车通行，行人从施工便道通过。'
        : '过往车辆应当减速慢行，服从现场指挥，不得停车。',
      detour === '不需绕行'
        ? '施工不影响正常通行，高峰时段可能缓行。'
        : `过往车辆请绕行${detour}，大型货车提前在上一路口分流。`,
    ) +
    table(
      ['项目', '内容'],
      [
        ['管制方式', closed],
        ['管制时间', dates],
        ['绕行线路', detour],
        [
          '施工单位',
          ['示例市公路局养护中心', '示例市恒立路桥工程有限公司', '示例市路达养护工程有限公司'][index % 3]!,
        ],
      ],
    ) +
    p('工程提前完工的，管制同时解除。给公众出行带来不便，敬请谅解。'),
}));

interface Bridge {
  on: string;
  days: number;
  batch: string;
  rows: Cell[][];
  finding: string;
}

const BRIDGES: Bridge[] = [
  {
    on: '0321',
    days: 14,
    batch: '第一批',
    rows: [
      ['清溪大桥', 312, '二类'],
      ['横江桥', 96, '二类'],
      ['溪头桥', 42, '三类'],
    ],
    finding: '溪头桥支座脱空3处，已列入维修计划，维修前限载20吨。',
  },
  {
    on: '0430',
    days: 12,
    batch: '第二批',
    rows: [
      ['东湖一桥', 148, '二类'],
      ['东湖二桥', 148, '一类'],
      ['石鼓桥', 66, '二类'],
    ],
    finding: '石鼓桥伸缩缝堵塞，已清理完毕。',
  },
  {
    on: '0703',
    days: 11,
    batch: '第三批',
    rows: [
      ['柳塘桥', 38, '二类'],
      ['双龙桥', 54, '二类'],
      ['大洋陂桥', 71, '四类'],
    ],
    finding: '大洋陂桥墩基冲刷严重，评定为四类，即日起封闭交通并重建。',
  },
  {
    on: '0829',
    days: 16,
    batch: '第四批',
    rows: [
      ['坪洋桥', 28, '二类'],
      ['三溪桥', 44, '二类'],
      ['高坪桥', 33, '三类'],
    ],
    finding: '高坪桥护栏破损12米，9月底前修复。',
  },
  {
    on: '1020',
    days: 25,
    batch: '第五批',
    rows: [
      ['港尾桥', 82, '一类'],
      ['渔港引桥', 120, '二类'],
      ['西屿桥', 61, '二类'],
    ],
    finding: '未发现三类及以下桥梁，例行保洁。',
  },
  {
    on: '1210',
    days: 10,
    batch: '第六批',
    rows: [
      ['北岭高架桥', 486, '一类'],
      ['锦绣跨线桥', 74, '二类'],
      ['学府路人行天桥', 46, '二类'],
    ],
    finding: '人行天桥防滑条磨损，已更换。',
  },
];

const bridges: Piece[] = BRIDGES.map(({ on, days, batch, rows, finding }) => ({
  on,
  days,
  unit: 'ZGB',
  title: `2014年${batch}公路桥梁定期检查结果公布`,
  genre: '公告',
  subject: '工业、交通',
  keywords: '桥梁检查 技术状况 公路',
  body:
    p(`本批检查桥梁${rows.length}座，总长${sumOf(rows, 1)}米，由具备资质的检测单位进行外观检查和专项检测。`) +
    table(['桥名', '长度（米）', '技术状况等级'], rows) +
    p(finding, '等级由一类至五类，一类最好。三类以下的桥梁设置限载标志。'),
}));

export const roads: Piece[] = [...works, ...bridges];
