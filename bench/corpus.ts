import { seeded } from './measure.ts';

const PLACES = [
  '东湖',
  '南浦',
  '西岭',
  '北洋',
  '蕉城',
  '临江',
  '石门',
  '青溪',
  '白沙',
  '龙泉',
  '安平',
  '古田',
];
const THINGS = [
  '公交线路',
  '农村公路',
  '客运站',
  '危桥改造',
  '出租汽车',
  '水路运输',
  '道路养护',
  '收费公路',
  '安全生产',
  '行政处罚',
];
const KINDS = ['通告', '通知', '公告', '公示', '批复', '意见', '报告'];
const WORDS =
  '交通 运输 管理 部门 应当 按照 有关 规定 加强 监督 检查 及时 公开 政府 信息 保障 公众 知情 项目 资金 使用 情况 经费 预算 决算 车辆 道路 桥梁 港口 航道 企业 许可 审批 服务 质量 安全 隐患 整改 措施 落实 责任 单位 年度 计划 目标 任务 完成 建设 改造 养护 标准 工程 招标 投资 补贴 票价 线路 站点 调整 运营 时间 乘客 投诉 处理 结果'.split(
    ' ',
  );

export interface BenchDocument {
  title: string;
  documentNumber: string;
  body: string;
  publishedOn: string;
}

/** The same synthetic Chinese documents of about 270 words each time. */
export function* corpus(size: number): Generator<BenchDocument> {
  const random = seeded(20141231);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let number = 0; number < size; number++) {
    const year = 2008 + (number % 19);
    const place = pick(PLACES);
    const sentences = Array.from({ length: 18 }, () =>
      Array.from({ length: 15 }, () => pick(WORDS)).join(''),
    );
    const rare = number % 5000 === 0 ? '罕见词渡槽' : '';
    yield {
      title: `关于${place}区${pick(THINGS)}${number}号事项的${pick(KINDS)}`,
      documentNumber: `示交〔${year}〕${1 + (number % 900)}号`,
      body: `${place}区政府信息${rare}。${sentences.join('。\n')}。`,
      publishedOn: `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`,
    };
  }
}
