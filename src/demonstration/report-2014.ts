import { makeReportItem, saveReportTexts } from '../reports/index.ts';
import type { Agenda } from './agenda.ts';
import { passAll, type Site, submit, type Walker } from './walk.ts';

const OVERVIEW = [
  '2014年，示例市交通运输局按照市人民政府办公室的部署，坚持以公开为常态、不公开为例外，加强组织领导，健全工作制度，推进重点领域信息公开。',
  '局成立了由局长任组长的政府信息公开工作领导小组，办公室负责日常工作，全年新增工作人员3名；查阅点配备了文字查询资料、计算机和复印机。',
  '办公室牵头梳理行政权力448项，分为12类，由九个科室（单位）审核，报市人民政府办公室后在门户网站公布。',
].join('\n');

const DIFFICULTIES = [
  '一是工作机制还不够健全。信息从办结到公开的流程衔接不紧，有的信息形成之后没有及时报送，公开偏晚。',
  '二是少数单位重视不够。有的把不该公开的内容报来公开，有的应当公开的内容却没有想到公开，事前把关和事后核对都需要加强。',
  '三是人手不足。熟悉系统操作和审核的人员少，难以照顾到全系统的信息。',
].join('\n');

/** The fourteen rows of the source's plan: seven groups, thirteen numbered tasks and the follow-up. */
const TASKS: readonly (readonly [group: string, no: string, task: string, lead: string, support: string])[] =
  [
    ['一、全面深化政府信息公开工作', '1', '继续深化政府信息主动公开', '局办公室', '系统各科室、各单位'],
    ['一、全面深化政府信息公开工作', '2', '强化热点难点解读', '局办公室', '系统各科室、各单位'],
    ['一、全面深化政府信息公开工作', '3', '强化平台建设', '局办公室', '局信息办'],
    ['一、全面深化政府信息公开工作', '4', '推进队伍建设', '局办公室', '局信息办'],
    [
      '二、推进行政权力运行信息公开',
      '5',
      '行政许可审批信息公开',
      '局审批科',
      '局总工办、局信息办、市道管处、市水运处',
    ],
    ['二、推进行政权力运行信息公开', '6', '行政处罚信息公开', '局政法科', '市执法支队'],
    [
      '三、继续推进财政资金信息公开',
      '7',
      '重大财政预算决算信息公开',
      '局财务科',
      '局审计科、局办公室、局计建科',
    ],
    ['三、继续推进财政资金信息公开', '8', '“三公”经费公开', '局财务科', '局办公室'],
    ['四、加强公共资源配置信息公开', '9', '工程建设项目信息公开', '局计建科', '局总工办'],
    ['四、加强公共资源配置信息公开', '10', '人事信息公开', '局人事科', '—'],
    ['五、加强公共服务信息公开', '11', '行业服务办理信息公开', '市道管处、市水运处、市执法支队', '局办公室'],
    [
      '六、推动公共监管信息公开',
      '12',
      '安全生产事故信息公开',
      '局运安科',
      '局办公室、市道管处、市水运处、市质监站',
    ],
    ['六、推动公共监管信息公开', '13', '廉政监察信息公开', '局监察室', '局办公室、局党建办'],
    ['七、跟踪督查落实', '—', '跟踪督查落实', '局督查办、局效能办', '—'],
  ];

const PLAN = [
  '2015年重点抓好以下工作，由牵头单位负责，配合单位协同推进，督查办、效能办跟踪督查。',
  '| 工作要点 | 序号 | 任务 | 牵头单位 | 配合单位 |',
  ...TASKS.map((row) => `| ${row.join(' | ')} |`),
].join('\n');

/** The report on 2014, written, counted and published in January 2015 like any other item. */
export function enterReport2014(agenda: Agenda, site: Site): Walker {
  const { services, bureau } = site;
  const officer = bureau.people['disclosure-officer'];
  const subject = { agencyId: bureau.agencyId, year: 2014 };
  const walker: Walker = { id: '' };
  agenda.add('2015-01-12', '09:20', () =>
    saveReportTexts(services, officer, {
      ...subject,
      texts: [
        { key: 'overview', text: OVERVIEW, revision: 0 },
        { key: 'difficulties', text: DIFFICULTIES, revision: 0 },
        { key: 'plan', text: PLAN, revision: 0 },
      ],
    }),
  );
  agenda.add('2015-01-12', '15:10', async () => {
    const placed = { unitId: bureau.units.BGS };
    walker.id = await makeReportItem(services, officer, { ...subject, form: '2014' }, placed);
    await submit(site, walker, officer);
  });
  agenda.add('2015-01-20', '10:00', () => passAll(site, walker));
  return walker;
}
