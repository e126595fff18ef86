import { addComment, approveItem, type contract, createItem } from '../information/index.ts';
import { legalInstant } from '../platform/index.ts';
import { type Agenda, after, before } from './agenda.ts';
import { piecesOf } from './between.ts';
import type { UnitCode } from './people.ts';
import type { CategoryCode } from './piece.ts';
import { p, table } from './piece.ts';
import { placePieces, walkThrough } from './plan.ts';
import {
  approve,
  handInChange,
  publish,
  revisionOf,
  type Site,
  sendBack,
  submit,
  type Walker,
} from './walk.ts';

/** How far an item of the present has come. */
type Standing =
  | 'draft'
  | 'returned'
  | 'unit-review'
  | 'secrecy-review'
  | 'risk-assessment'
  | 'approval'
  | 'approved'
  | 'scheduled'
  | 'withheld'
  | 'published';

interface Present {
  title: string;
  unit: UnitCode;
  category: CategoryCode;
  standing: Standing;
  /** Working days ago. */
  age: number;
  genre?: string;
  body: string;
  placement?: Partial<contract.Placement>;
}

/** The example number of GB 11643: its check character is right, and nobody holds it. */
const EXAMPLE_ID = '11010519491231002X';

function presentItems(today: string): Present[] {
  return [
    {
      title: '关于公交26路冬季时刻调整的通告',
      unit: 'DGC',
      category: 'GGFW',
      standing: 'draft',
      age: 2,
      genre: '通告',
      body: p('公交26路自下月起执行冬季时刻，首班推迟十分钟，末班不变。', '具体时刻表另附。'),
    },
    {
      title: '城区共享单车停放点增设方案',
      unit: 'DGC',
      category: 'GGFW',
      standing: 'draft',
      age: 4,
      body: '',
    },
    {
      title: '县道218线石鼓岭段边坡治理工程进展情况',
      unit: 'JJK',
      category: 'GGFW',
      standing: 'draft',
      age: 31,
      body: p(
        '截至上月底，锚杆完成82%，被动防护网完成100%，绿化尚未开工。',
        '工程总投资486万元，累计完成351万元。',
      ),
    },
    {
      title: '关于开展出租汽车驾驶员继续教育的通知',
      unit: 'DGC',
      category: 'GGFW',
      standing: 'returned',
      age: 6,
      genre: '通知',
      body: p(
        '继续教育每两年一次，每次不少于二十七学时，可以网上完成。',
        '培训费用由企业承担，不得转嫁给驾驶员。',
      ),
    },
    {
      title: '第三季度12328热线投诉办理情况',
      unit: 'BGS',
      category: 'GGFW',
      standing: 'unit-review',
      age: 3,
      body:
        p('第三季度受理投诉214件，办结209件，满意率96.3%。') +
        table(
          ['行业', '受理', '办结'],
          [
            ['公交', 88, 87],
            ['出租汽车', 79, 77],
            ['班线客运', 47, 45],
            ['合计', 214, 209],
          ],
        ),
    },
    {
      title: '横江渡渡船更新项目采购意向公告',
      unit: 'CWK',
      category: 'CZZJ',
      standing: 'unit-review',
      age: 27,
      genre: '公告',
      body: p(
        '拟采购纯电动渡船2艘，预算金额680万元，预计采购时间为下季度。',
        '本次公开的采购意向是初步安排，以采购公告为准。',
      ),
    },
    {
      title: '农村客运补贴发放名单公示',
      unit: 'DGC',
      category: 'CZZJ',
      standing: 'secrecy-review',
      age: 5,
      genre: '公告',
      body:
        p('农村客运经营者补贴审核完毕，现予公示。') +
        table(['经营者', '身份证号', '金额（元）'], [['甲某', EXAMPLE_ID, 8600]]) +
        p('公示期七个工作日。'),
    },
    {
      title: '普通公路养护工程年度计划',
      unit: 'JJK',
      category: 'GGFW',
      standing: 'secrecy-review',
      age: 4,
      body:
        p('年度计划安排养护工程19项、预防性养护42公里。') +
        table(
          ['类别', '项目数', '投资（万元）'],
          [
            ['修复养护', 11, 2380],
            ['预防养护', 8, 1160],
            ['合计', 19, 3540],
          ],
        ),
    },
    {
      title: '关于网约出租汽车运力总量调整的公告',
      unit: 'FGK',
      category: 'QLYX',
      standing: 'risk-assessment',
      age: 6,
      genre: '公告',
      placement: { sensitive: true },
      body: p(
        '拟将网约出租汽车运力上限由1200辆调整为1000辆，存量车辆到期退出。',
        '调整理由为日均接单量连续三个季度低于盈亏平衡点。',
      ),
    },
    {
      title: '道路运输企业信用评价结果公告',
      unit: 'DGC',
      category: 'QLYX',
      standing: 'approval',
      age: 7,
      genre: '公告',
      body: p(
        '评价企业63家，其中AA级28家、A级24家、B级9家、C级2家。',
        'C级企业列为重点监管对象，评价结果可以申请复核。',
      ),
    },
    {
      title: '关于任命市水路运输管理处副处长的通知',
      unit: 'RSK',
      category: 'RSDL',
      standing: 'approval',
      age: 5,
      genre: '通知',
      body: p('经局党组会议研究决定，任命靳怀远为市水路运输管理处副处长，试用期一年。'),
    },
    {
      title: '元旦假期公路出行提示',
      unit: 'YAK',
      category: 'GGFW',
      standing: 'approved',
      age: 4,
      body: p('预计假期首日9时至11时车流量最大，请错峰出行。', '东湖隧道照明检修已完成，恢复双向通行。'),
    },
    {
      title: '港尾水域航道清淤停航通告',
      unit: 'SYC',
      category: 'GGFW',
      standing: 'scheduled',
      age: 5,
      genre: '通告',
      body: p('港尾水域清淤期间每日22时至次日5时停航，工期七天。', '已购票旅客可以全额退票。'),
    },
    {
      title: '超限治理专项行动线索研判材料',
      unit: 'ZFD',
      category: 'QLYX',
      standing: 'withheld',
      age: 60,
      placement: {
        attribute: 'not-disclosed',
        ground: 'ogi2019-16-enforcement-file',
        groundNote: '行动期间公开可能影响执法活动，行动结束后重新评估。',
        reexamineOn: before(today, 2),
      },
      body: p('本材料为执法线索的汇总和研判。'),
    },
    {
      title: '青帆旅游客运有限公司投标技术方案',
      unit: 'CWK',
      category: 'CZZJ',
      standing: 'withheld',
      age: 45,
      placement: {
        attribute: 'on-request',
        ground: 'ogi2019-15-trade-secret',
        groundNote: '含第三方技术秘密，公开须征求第三方意见。',
      },
      body: p('第三方提交的技术方案，含车辆调度算法说明。'),
    },
    {
      title: '第三季度行政处罚情况统计',
      unit: 'FGK',
      category: 'QLYX',
      standing: 'published',
      age: 19,
      body:
        p('第三季度办结一般程序案件189件，罚款合计71.4万元。') +
        table(
          ['执法门类', '案件数', '罚款（万元）'],
          [
            ['道路运输', 112, 38.6],
            ['公路路政', 71, 26.3],
            ['水路运输', 6, 6.5],
            ['合计', 189, 71.4],
          ],
        ),
    },
    {
      title: '公交31路新开通通告',
      unit: 'DGC',
      category: 'GGFW',
      standing: 'published',
      age: 15,
      genre: '通告',
      body: p(
        '公交31路连接高铁站与白石新区，全程14站，首班6:30，末班22:00。',
        '投放纯电动车辆12台，票价一元。',
      ),
    },
    {
      title: '大洋陂桥运行监测季度报告',
      unit: 'ZGB',
      category: 'GGFW',
      standing: 'published',
      age: 12,
      body: p(
        '本季度监测数据均在设计限值内，最大挠度为限值的41%。',
        '监测系统在线率99.2%，更换温度传感器2支。',
      ),
    },
    {
      title: '公开招聘工作人员面试成绩公告',
      unit: 'RSK',
      category: 'RSDL',
      standing: 'published',
      age: 9,
      genre: '公告',
      body:
        p('面试成绩按准考证号公布，总成绩由笔试、面试各占一半构成。') +
        table(
          ['准考证号', '面试成绩'],
          [
            ['SL0108', 84.2],
            ['SL0113', 82.6],
            ['SL0204', 87.9],
          ],
        ),
    },
  ];
}

/** The present year up to today, and something in every queue. */
export function enterPresent(agenda: Agenda, site: Site, today: string): void {
  const year = Number(today.slice(0, 4));
  const ready = placePieces(piecesOf(year), year).filter((one) => one.publishedOn < today);
  for (const [order, placed] of ready.entries()) walkThrough(agenda, site, placed, order + 1);
  for (const [order, item] of presentItems(today).entries()) enterItem(agenda, site, item, today, order);
}

const HOURS = ['09:15', '10:10', '11:05', '14:40', '15:35', '16:20'];

function enterItem(agenda: Agenda, site: Site, item: Present, today: string, order: number): void {
  const walker: Walker = { id: '' };
  const formedOn = before(today, item.age);
  const soon = (step: number) => after(formedOn, Math.min(step, item.age - 1));
  // Something that lay about is handed in late, on the working day before today.
  const writtenOn = item.age > 20 && item.standing !== 'withheld' ? before(today, 2) : formedOn;
  const minute = String((order * 3) % 10);
  const at = (hour: number) => HOURS[hour]!.slice(0, 4) + minute;
  agenda.add(writtenOn, at(0), () => writeItem(site, walker, item, formedOn));
  const steps = stepsTo(item.standing);
  for (const [index, step] of steps.entries()) {
    const day = item.age > 20 && item.standing !== 'withheld' ? writtenOn : soon(index < 2 ? 0 : 1);
    agenda.add(day, at(Math.min(index + 1, 5)), () => act(site, walker, step, today));
  }
  if (item.title.includes('31路'))
    agenda.add(before(today, 2), '14:10', () =>
      handInChange(site, walker, {
        change: 'amend',
        reason: '早高峰客流集中，首班提前。',
        edit: (body) => body.replace('首班6:30', '首班6:10'),
      }),
    );
}

type Act = 'submit' | 'return' | 'head' | 'secrecy' | 'leader' | 'publish' | 'schedule';

function stepsTo(standing: Standing): Act[] {
  switch (standing) {
    case 'draft':
      return [];
    case 'returned':
      return ['submit', 'return'];
    case 'unit-review':
      return ['submit'];
    case 'secrecy-review':
      return ['submit', 'head'];
    case 'risk-assessment':
    case 'approval':
      return ['submit', 'head', 'secrecy'];
    case 'approved':
    case 'withheld':
      return ['submit', 'head', 'secrecy', 'leader'];
    case 'scheduled':
      return ['submit', 'head', 'secrecy', 'schedule'];
    case 'published':
      return ['submit', 'head', 'secrecy', 'leader', 'publish'];
  }
}

async function act(site: Site, walker: Walker, step: Act, today: string): Promise<void> {
  const { services, bureau } = site;
  switch (step) {
    case 'submit':
      return submit(site, walker);
    case 'return':
      await addComment(services, bureau.people['unit-head'], walker.id, '学时规定请再核对最新文件。');
      return sendBack(site, walker, 'unit-head', '学时要求与现行规定不一致，请核对后重报。');
    case 'head':
      return approve(site, walker, 'unit-head');
    case 'secrecy':
      return approve(site, walker, 'secrecy-reviewer');
    case 'leader':
      return approve(site, walker, 'approving-leader');
    case 'publish':
      return publish(site, walker);
    case 'schedule':
      await approveItem(services, bureau.people['approving-leader'], walker.id, {
        revision: await revisionOf(site, walker.id),
        publishAt: legalInstant(after(today, 3), '09:00'),
      });
  }
}

async function writeItem(site: Site, walker: Walker, item: Present, formedOn: string): Promise<void> {
  const { services, bureau } = site;
  const fields: Partial<contract.Fields> = {
    title: item.title,
    issuingAgency: bureau.name,
    formedOn,
    genre: item.genre ?? '其他',
    subject: '工业、交通',
    keywords: '交通运输',
    bodyHtml: item.body,
  };
  walker.id = await createItem(services, bureau.people.clerk, {
    agencyId: bureau.agencyId,
    fields,
    placement: {
      unitId: bureau.units[item.unit],
      categoryId: site.categories[item.category],
      ...item.placement,
    },
  });
}
