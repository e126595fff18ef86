import { type Cell, type Piece, p, table } from '../piece.ts';

/** 水路: 10 documents of 2014. */

const FERRIES: { on: string; days: number; title: string; lines: string[]; rows: Cell[][] }[] = [
  {
    on: '0128',
    days: 3,
    title: '关于公布农村渡口安全责任人的公告',
    lines: ['按照渡口安全管理的规定，公布全市渡口安全责任人职务，请公众监督。'],
    rows: [
      ['横江渡', '南浦市水运所所长'],
      ['三溪渡', '云岭县水运站站长'],
      ['港尾渡', '白石县渡口管理站站长'],
    ],
  },
  {
    on: '0314',
    days: 5,
    title: '白石至西屿客渡航班调整公告',
    lines: ['自3月24日起，白石至西屿客渡由每日6班调整为每日8班，单程航时35分钟。', '岛上学生凭学生证半价。'],
    rows: [
      ['首班', '6:40'],
      ['末班', '18:10'],
      ['票价（元）', 8],
    ],
  },
  {
    on: '0409',
    days: 6,
    title: '2014年渡船安全检验结果',
    lines: ['对全市34艘客渡船进行了年度检验，现公布结果。不合格船舶已停航整改。'],
    rows: [
      ['合格', 31],
      ['限期整改', 2],
      ['停航', 1],
    ],
  },
  {
    on: '0613',
    days: 2,
    title: '关于渡口候船设施维修期间有关事项的通告',
    lines: ['横江渡候船亭漏雨维修，工期10天，临时候船点设在管理房东侧。', '维修不影响航班。'],
    rows: [
      ['开工', '6月18日'],
      ['完工', '6月28日'],
      ['临时候船点', '管理房东侧'],
    ],
  },
  {
    on: '0808',
    days: 4,
    title: '港尾渡撤渡建桥后公交接驳安排',
    lines: ['港尾桥已于8月1日通车，港尾渡自8月15日起撤销。', '原渡口旅客可以乘坐12路公交过江。'],
    rows: [
      ['撤渡时间', '8月15日'],
      ['接驳线路', '12路'],
      ['首末班', '6:20-21:00'],
    ],
  },
  {
    on: '1107',
    days: 7,
    title: '关于发放渡工安全补贴的公示',
    lines: ['2014年渡工安全补贴按每人每年3600元发放，全市共27人，已通过考核26人。'],
    rows: [
      ['应发人数', 27],
      ['考核合格', 26],
      ['合计金额（元）', 93600],
    ],
  },
];

const FERRY_CARE = [
  '渡工应当持证上岗，开航前检查救生衣、灭火器和系缆设备，并在签单发航簿上签字。',
  '学生集中乘渡时段由学校派员护送，渡口管理员在岸边维持秩序，先下后上。',
  '渡船核定载客人数标于船首显著位置，乘客有权拒绝乘坐超载渡船。',
];

const ferries: Piece[] = FERRIES.map(({ on, days, title, lines, rows }, index) => ({
  on,
  days,
  unit: 'SYC',
  title,
  genre: title.includes('公告') ? '公告' : '通告',
  subject: '工业、交通',
  keywords: '渡口 水路客运',
  body:
    p(...lines) +
    table(['项目', '内容'], rows) +
    p(
      FERRY_CARE[index % FERRY_CARE.length]!,
      '渡口安全事关沿岸群众出行，发现超载、无证驾驶、恶劣天气冒险开航的，请拨打0599-0000133举报，查实的给予奖励。',
      '以上事项由市水路运输管理处负责解释。',
    ),
}));

const STOPS: { on: string; days: number; reason: string; area: string; period: string; back: string }[] = [
  {
    on: '0609',
    days: 1,
    reason: '今年第3号热带低压外围影响',
    area: '白石港至西屿航线',
    period: '6月9日14时起',
    back: '风力降至6级以下后恢复',
  },
  {
    on: '0721',
    days: 0,
    reason: '台风“雨燕”可能正面登陆',
    area: '全部岛际客运航线',
    period: '7月22日0时起',
    back: '解除防台风Ⅱ级响应后恢复',
  },
  {
    on: '0917',
    days: 1,
    reason: '强冷空气南下',
    area: '横江轮渡',
    period: '9月18日6时至20时',
    back: '9月19日首班恢复',
  },
  {
    on: '1201',
    days: 2,
    reason: '航道清淤',
    area: '港尾水域',
    period: '12月3日至12月9日每日22时至次日5时',
    back: '清淤结束后恢复',
  },
];

const stoppages: Piece[] = STOPS.map(({ on, days, reason, area, period, back }) => ({
  on,
  days,
  unit: 'SYC',
  title: `关于${area}因${reason.replace('可能正面登陆', '')}停航的通告`,
  genre: '通告',
  subject: '工业、交通',
  keywords: '停航 水路 通告',
  body:
    p(
      `因${reason}，${area}自${period}停航，${back}。`,
      '已购票的旅客可以在原售票点全额退票，不收手续费。值班电话0599-0000133,24小时有人接听。',
      reason === '航道清淤'
        ? '过往船舶应当按助航标志慢速通过施工水域外侧，保持甚高频16频道值守，不得追越、抛锚。'
        : '各船舶应当就近避风，加固缆绳，落实值班，并每两小时向市水路运输管理处报告一次船位。',
    ) +
    table(
      ['项目', '内容'],
      [
        ['停航范围', area],
        ['停航时间', period],
        ['恢复条件', back],
      ],
    ),
}));

export const waterways: Piece[] = [...ferries, ...stoppages];
