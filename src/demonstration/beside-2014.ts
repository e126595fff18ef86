import { withdrawItem } from '../information/index.ts';
import { type Agenda, after } from './agenda.ts';
import { p, table } from './piece.ts';
import { placePieces, walkThrough } from './plan.ts';
import { handInChange, passAll, revisionOf, type Site, type Walker } from './walk.ts';

const CHANGES: {
  title: string;
  on: string;
  change: 'amend' | 'correct' | 'repeal';
  reason: string;
  edit?: (body: string) => string;
}[] = [
  {
    title: '北门客运站至白石港客运班线春季时刻表',
    on: '2014-06-12',
    change: 'amend',
    reason: '夏季日照延长，末班车推迟二十分钟。',
    edit: (body) => inserted(body, p('自2014年6月16日起，末班车推迟二十分钟发车，其余班次不变。')),
  },
  {
    title: '关于公布交通运输行政处罚裁量权基准（2014年版）的通知',
    on: '2014-11-10',
    change: 'amend',
    reason: '增加水路运输违法行为的裁量标准。',
    edit: (body) =>
      inserted(
        body,
        p('增加水路运输部分，自2014年12月1日起施行：') +
          table(
            ['违法行为', '一般情节', '较重情节', '严重情节'],
            [['未取得水路运输经营许可从事经营', '3万元', '5万元', '10万元']],
          ),
      ),
  },
  {
    title: '2014年公开招聘体检考察人员名单公告',
    on: '2014-06-18',
    change: 'amend',
    reason: '体检时间因医院安排推迟一天。',
    edit: (body) => body.replace('2014年6月18日', '2014年6月19日'),
  },
  {
    title: '第二季度在建工程安全检查情况',
    on: '2014-07-29',
    change: 'correct',
    reason: '更正项目数量的录入错误。',
    edit: (body) => body.replace('组织检查12个在建项目', '组织检查13个在建项目'),
  },
  {
    title: '关于公交9路临时绕行的通告',
    on: '2014-09-29',
    change: 'repeal',
    reason: '步行街改造已经完工，线路恢复原走向。',
  },
  {
    title: '关于乡道037线高坪至坪洋段路基拓宽期间交通管制的通告',
    on: '2014-08-04',
    change: 'repeal',
    reason: '工程于2014年7月31日完工，交通管制解除。',
  },
];

/** The text with a piece put before its closing words. */
function inserted(body: string, piece: string): string {
  const at = body.search(/<p>特此|<p style=/);
  return at < 0 ? body + piece : body.slice(0, at) + piece + body.slice(at);
}

/** Amendments, a correction and repeals of 2014, each through the whole chain. */
export function enterChanges(agenda: Agenda, site: Site, walkers: ReadonlyMap<string, Walker>): void {
  for (const { title, on, ...change } of CHANGES) {
    const walker = walkers.get(title)!;
    agenda.add(on, '10:20', () => handInChange(site, walker, change));
    agenda.add(after(on, 1), '15:40', () => passAll(site, walker));
  }
}

/** Two items that should not have gone out and were withdrawn within the year: the report does not count them. */
export function enterWithdrawals(agenda: Agenda, site: Site): void {
  const [roster, minutes] = placePieces(
    [
      [
        'GGFW',
        {
          on: '0506',
          days: 4,
          unit: 'SYC',
          title: '2014年渡工安全培训人员登记表',
          genre: '其他',
          subject: '工业、交通',
          keywords: '渡工 培训',
          body:
            p('参加2014年渡工安全培训的人员登记如下。') +
            table(
              ['姓名', '住址', '家庭情况'],
              [
                ['蒲某某', '港尾村三组12号', '配偶患病'],
                ['竺某', '三溪村一组5号', '独居'],
              ],
            ),
        },
      ],
      [
        'QLYX',
        {
          on: '1008',
          days: 2,
          unit: 'FGK',
          title: '关于规范性文件清理工作的讨论稿',
          genre: '其他',
          subject: '综合政务、法制',
          keywords: '规范性文件 清理',
          body: p(
            '本稿供科务会讨论。',
            '拟继续有效11件、修改4件、废止3件、失效2件，处理意见以局务会议决定为准。',
          ),
        },
      ],
    ],
    2014,
  );
  const first = walkThrough(agenda, site, roster!, 1);
  const second = walkThrough(agenda, site, minutes!, 2);
  const withdraw = (walker: Walker, reasonCode: 'personal-data' | 'published-by-mistake', reason: string) =>
    revisionOf(site, walker.id).then((revision) =>
      withdrawItem(site.services, site.bureau.people['disclosure-officer'], walker.id, {
        revision,
        reasonCode,
        reason,
      }),
    );
  agenda.add('2014-05-14', '09:05', () =>
    withdraw(first, 'personal-data', '内容含有个人住址等不应公开的信息。'),
  );
  agenda.add('2014-10-13', '11:30', () =>
    withdraw(second, 'published-by-mistake', '尚在讨论的内部稿件误作正式文件发布。'),
  );
}
