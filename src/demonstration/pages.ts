import { createItem, loadItem, type Section, startChange, updateItem } from '../information/index.ts';
import type { Agenda } from './agenda.ts';
import { p, table } from './piece.ts';
import { passAll, type Site, submit, type Walker } from './walk.ts';

interface Page {
  section: Section;
  title: string;
  genre: string;
  formedOn: string;
  body: string;
}

const GUIDE = (law: string, limit: string) =>
  p(
    `根据${law}，编制本指南。需要获得本局政府信息公开服务的公民、法人和其他组织，建议阅读本指南。`,
    '一、主动公开。本局通过本平台主动公开政府信息，信息按权力运行、财政资金、人事党建及廉政、公共服务四类编排，可以按类别、年份和关键词检索。',
    '本局自政府信息形成或者变更之日起20个工作日内公开，法律、法规另有规定的从其规定。',
    `二、依申请公开。可以当面、信函或者网络方式提出申请。能够当场答复的当场答复，不能当场答复的自收到申请之日起${limit}答复。`,
    '三、公共查阅点。局机关一楼设政府信息查阅点，备有文字资料、计算机和复印机，工作日开放。',
    '四、监督。认为本局未依法履行公开义务的，可以向市人民政府办公室举报，也可以依法申请行政复议或者提起行政诉讼。',
  ) +
  table(
    ['项目', '内容'],
    [
      ['公开工作机构', '示例市交通运输局办公室'],
      ['办公地址', '示例市东湖区文治路88号'],
      ['办公时间', '工作日8:00至12:00、14:30至17:30'],
      ['联系电话', '0599-0000107'],
      ['电子邮箱', 'gk@jt.example.gov.cn'],
    ],
  );

const PAGES: Page[] = [
  {
    section: 'guide',
    title: '示例市交通运输局政府信息公开指南',
    genre: '其他',
    formedOn: '2014-01-02',
    body: GUIDE('《中华人民共和国政府信息公开条例》', '15个工作日内予以'),
  },
  {
    section: 'regulations',
    title: '中华人民共和国政府信息公开条例',
    genre: '其他',
    formedOn: '2014-01-02',
    body: p(
      '《中华人民共和国政府信息公开条例》自2008年5月1日起施行，全文请查阅中国政府网。',
      '本局实施说明：办公室是政府信息公开工作机构；各科室、各直属单位在公文拟稿时同时提出公开属性建议，不公开的应当说明法定理由。',
      '信息在形成或者变更之日起20个工作日内公开，由拟稿单位报送，经科室负责人、保密审查人、分管领导逐级审定。',
    ),
  },
  {
    section: 'regulations',
    title: '福建省政府信息公开办法',
    genre: '其他',
    formedOn: '2014-01-03',
    body: p(
      '《福建省政府信息公开办法》全文请查阅省人民政府门户网站。',
      '本局实施说明：索引号由信息生成机构代码、信息类别、生成年度和流水号四部分组成，一经赋予不再变更。',
      '各单位每季度末核对一次目录，查漏补缺；督查办、效能办按季度通报。',
    ),
  },
  {
    section: 'supervision',
    title: '政府信息公开监督保障制度',
    genre: '其他',
    formedOn: '2014-01-03',
    body:
      p(
        '一、责任制度。局长负总责，分管领导抓落实，各科室、各单位负责人对本单位信息的真实、完整和时效负责。',
        '二、保密审查制度。坚持“谁公开谁审查、先审查后公开、涉密不公开、公开不涉密”，未经审查的信息不得发布。',
        '三、考核制度。公开工作纳入年度绩效考核，由督查办、效能办跟踪督查。',
        '四、责任追究。应公开而不公开、不应公开而公开，造成后果的，依照有关规定处理。',
      ) +
      table(
        ['监督渠道', '联系方式'],
        [
          ['局监察室', '0599-0000119'],
          ['局办公室', '0599-0000107'],
        ],
      ),
  },
];

/** Guide, regulations and safeguards of the platform, published as items like any other. */
export function enterPages(agenda: Agenda, site: Site): void {
  const walkers = PAGES.map((page, index) => {
    const walker: Walker = { id: '' };
    agenda.add('2014-01-03', `09:${10 + index}`, () => writePage(site, walker, page));
    agenda.add('2014-01-06', `10:${10 + index}`, () => passAll(site, walker));
    return walker;
  });
  const revised = () => amendGuide(site, walkers[0]!);
  agenda.add('2019-05-15', '09:30', revised);
  agenda.add('2019-05-16', '10:30', () => passAll(site, walkers[0]!));
}

async function writePage(site: Site, walker: Walker, page: Page): Promise<void> {
  const { services, bureau } = site;
  walker.id = await createItem(services, bureau.people['disclosure-officer'], {
    agencyId: bureau.agencyId,
    fields: {
      title: page.title,
      issuingAgency: bureau.name,
      formedOn: page.formedOn,
      genre: page.genre,
      subject: '综合政务、政务公开',
      keywords: '政府信息公开',
      bodyHtml: page.body,
    },
    placement: { section: page.section, unitId: bureau.units.BGS },
  });
  await submit(site, walker, bureau.people['disclosure-officer']);
}

/** The Regulations were revised with effect from 2019-05-15: the term for replies changed. */
async function amendGuide(site: Site, walker: Walker): Promise<void> {
  const { services, bureau } = site;
  const officer = bureau.people['disclosure-officer'];
  const before = await loadItem(services.database.read, walker.id);
  await startChange(services, officer, walker.id, {
    revision: before.revision,
    change: 'amend',
    reason: '根据2019年修订的《中华人民共和国政府信息公开条例》修改答复期限。',
  });
  const { revision } = await loadItem(services.database.read, walker.id);
  await updateItem(services, officer, walker.id, {
    revision,
    fields: {
      formedOn: '2019-05-15',
      bodyHtml: GUIDE('《中华人民共和国政府信息公开条例》（2019年修订）', '20个工作日内予以'),
    },
  });
  await submit(site, walker, officer);
}
