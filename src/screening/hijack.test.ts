import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { screen } from './screen.ts';
import { passes } from './test-support.ts';

/** Invented pages that use the techniques seen on real ones: [what, text, least severity]. */
const hijacked: [string, string, 'critical' | 'warning'][] = [
  [
    'an agency name replaced',
    '威廉希尔体育网站2014年政府信息公开年度报告。威廉希尔体育网站认真贯彻条例。',
    'critical',
  ],
  ['a city replaced before its bureau', '澳门永利赌场官网交通运输局2014年工作总结', 'critical'],
  ['a traditional brand before an office', '新葡京娛樂場办公室关于印发通知', 'critical'],
  ['a chain of words in a breadcrumb', '当前位置：首页 > 金沙娱乐城_银河官网 > 信息公开', 'critical'],
  ['a suffix on a title', '关于开展安全检查的通知-乐鱼体育app下载官网', 'critical'],
  [
    'a function word replaced in a sentence',
    '根据《市政府澳门十大赌场网址做好信息公开工作的通知》，现报告如下',
    'critical',
  ],
  ['a domain in the place of the agency', 'example-site.com交通运输局2014年年度报告', 'critical'],
  ['a domain in the place of a town', '地址：example-site.com人民路115号', 'critical'],
  ['a Latin name in the place of a city', 'kaiyunty交通运输局预算公开', 'critical'],
  ['a sports trade in the place of an organ', '星辰体育政府信息公开指南。星辰体育依条例编制。', 'critical'],
  ['split characters', '在线博·彩平台官网注册', 'critical'],
  ['zero-width characters', '在线博\u200b彩平台官网注册', 'critical'],
  ['entities', '&#x535A;&#x5F69;&#x5E73;&#x53F0;官网注册', 'critical'],
  ['full-width letters', 'ｂｅｔ３６５官网下载', 'critical'],
  ['an alias with a call', '按照k8官网注册要求，主动公开273条', 'warning'],
  ['a doubtful name with calls', '开云官网登录入口', 'critical'],
  ['a porn heading', '国产精品久久久久_亚洲欧美日韩在线观看,关于印发预算的通知', 'critical'],
  [
    'a porn heading without a strong word',
    '亚洲_无码_高清_在线观看_精品_免费 财政专项资金管理办法',
    'warning',
  ],
  ['a lottery advertisement', 'pk10开奖直播网站_北京赛车投注平台 民政局', 'critical'],
  ['readings in brackets', '根據(jù)實施細(xì)則，財(cái)政部門發(fā)布', 'critical'],
  ['readings with a stray blank', '網(wǎng)絡(luò )與專(zhuān)項(xiàng)工作', 'critical'],
  ['doubled punctuation', '会议听取汇报,,强调工作,。要求各单位,,认真落实,。', 'warning'],
  ['a broken encoding', '?。ǘ┮郎暾埞_情况', 'warning'],
  [
    'a brand of the newest fashion by its row of calls',
    '某牛体育·(中国)官方网站-登录入口 示例市财政局',
    'warning',
  ],
  ['an unknown brand in a title tail', '关于调整机构的通知-某某娱乐app下载官网', 'critical'],
  ['a nameless row of calls in a title tail', '关于调整机构的通知 -某某app官网开户', 'warning'],
  ['a gambling house before an office', '某某娛樂城办公厅2022年工作总结', 'critical'],
  ['a trade and a call before a district', '某某体育平台区人民政府办公室', 'warning'],
  ['a ranking in the place of a function word', '某市十大博彩公司印发工作要点的通知', 'warning'],
  ['a school turned into a casino', '来源:15vip太阳集团 发布时间2021年09月27日', 'warning'],
  ['a doubtful name in the middle of a title', '乐竞首页博士生培养基金实施细则', 'warning'],
  ['lottery figures for sale', '新澳精准资料免费大全 关于召开会议的通知', 'warning'],
  ['a foreign domain as the portal', '在市政府门户网站(m.example-shop.com)公布', 'warning'],
  ['an illegal service with a contact', '代开发票联系微信abc12345', 'warning'],
];

/** Lawful texts that use the same words. */
const clean: [string, string][] = [
  ['police work', '公安机关打掉网络赌博平台12个，抓获犯罪嫌疑人20名，查扣涉赌资金。'],
  ['police work that names brands', '侦破利用“皇冠”“永利”等赌博网站组织赌球案件3起。'],
  ['a warning to the public', '警惕网络赌博！凡是要求下载app、注册、充值的博彩平台都是诈骗，请勿轻信。'],
  ['a penalty for a card room', '在棋牌室内以打麻将方式赌博，依据治安管理处罚法第七十条处罚款五百元。'],
  ['a campaign against tampering', '开展网站安全检查，防范SQL注入、网页篡改、网页挂马、暗链等事件。'],
  ['the state lottery', '2021年体育彩票公益金筹集385.24万元，用于场地设施建设和器材购置。'],
  ['lottery sales by game', '全市福利彩票销售1.95亿元，其中电脑票1.4亿元、时时彩82.84万元。'],
  ['a lottery office', '市体育彩票管理中心关于新增投注站的公告：投注站设备由中心配发。'],
  ['Macau gaming supervision', '博彩監察協調局要求六間博彩企業遵守娛樂場規定，澳門博彩業穩步恢復。'],
  ['a Macau law', '《娛樂場幸運博彩經營法律制度》公眾諮詢會取消，詳情見www.dicj.gov.mo。'],
  ['a Macau job fair', '美高梅“澳門青年專場”招聘會，其後與銀河娛樂集團舉辦四場。'],
  ['a sports bureau', '市体育局2018年政府信息公开工作年度报告。体育局网站发布信息932条。'],
  ['a joint sports bureau', '县教育体育局、文化广电旅游体育局联合印发通知。'],
  ['place names', '金沙县、金沙江路、银河社区、太阳城小区、永利村、皇冠假日酒店、米兰冬奥会、大发村。'],
  ['a system manual', '请登录政务服务平台官方网站，注册账号后下载手机客户端app，从首页入口进入。'],
  ['an app notice', '下载“闽政通”app，实名注册后登录，点击办事入口。'],
  ['sign-in at a bureau', '请登录教育局网站下载表格，或到财政局官网查询入口办理。'],
  ['platforms', '全省网上办事大厅平台、公共资源交易平台、12345热线平台。'],
  ['media names', '新浪微博平台、凤凰网、人民网客户端、半岛新闻客户端发布。'],
  ['a zone plan', '规划形成一区二区联动、亚洲欧美日韩市场拓展的格局，培育国产精品。'],
  ['an exhibition', '亚洲国际物流技术与运输系统展览会，日韩欧美客商参展，高清视频在线免费观看。'],
  ['spinach', '菠菜直播栽培技术，每亩用种2公斤。'],
  ['a government portal', '在“中国南平”门户网站(http://www.np.gov.cn/)公布'],
  ['a portal with an old domain', '门户网站（www.npjt.cn）公布'],
  ['a link before an agency', '详见www.np.gov.cn南平市交通运输局网站；邮箱xxgk@163.com示例市财政局'],
  ['enumerations', '1财政局 2教育局；(A)交通运输局；GDP由统计局发布'],
  ['one reading of a rare character', '李垚(yáo)任示例村党支部书记'],
  ['one comma too many', '会议强调,,要抓好落实。'],
  ['tables drawn with lines', '│序号│名称│\n├──┼──┤\n│一│二│'],
  ['an English name', 'Jiangsu Provincial Department of Transport 江苏省交通运输厅'],
  ['water engineering', '凯发新泉水务有限公司污水处理项目环评公示'],
  ['folk culture', '非物质文化遗产“龙虎斗”舞蹈展演；百家乐超市消防检查'],
  ['a swimming pool', '每日棋牌活动室、体育中心免费开放，返水管道维修完成。'],
  ['daily numbers', '每年365天开放，平台登录365万次'],
  ['business licences', '经营范围：电竞酒店、棋牌室、KTV娱乐场所管理办法'],
  ['a fitness service', '全民健身公共体育服务平台上线，市民可下载app预约场馆。'],
  ['a campaign after a dash', '净网行动——严打博彩网站。'],
  ['a sports site', '市体育官网注册运动员信息查询说明'],
  ['sign-up steps', '第一步：下载安装app，注册登录；第二步：从网站入口登录手机客户端。'],
  ['a fair', '全省十大文化体育平台、十大娱乐场所消防检查'],
  ['police and gambling', '赌博案件由公安局查处，赌场内人民政府工作人员一律停职'],
  ['a ban on tickets', '严禁私彩、六合彩，群众可拨打110举报'],
];

describe('hijacked pages', () => {
  for (const [name, text, least] of hijacked)
    it(`are found by ${name}`, () => {
      const severities = screen({ text })
        .filter((finding) => finding.detector === 'hijack')
        .map((finding) => finding.severity);
      assert.ok(
        severities.includes('critical') || (least === 'warning' && severities.includes('warning')),
        text,
      );
    });

  it('are found by what stands in the place of the known agency', () => {
    const context = { agencyName: '示例市交通运输局' };
    const [finding] = screen({ text: '某某平台交通运输局2014年年度报告', context });
    assert.equal(finding?.code, 'hijack.name-replaced');
    passes('示例市交通运输局、示例县交通运输局、市交通运输局', context);
    passes('我市交通运输局会同各县（市、区）交通运输局', context);
  });

  it('are found in the title with less evidence than in the text', () => {
    const name = '云顶体育';
    const inTitle = screen({ title: `${name} 通知公告`, text: '' });
    assert.deepEqual(
      inTitle.map((finding) => finding.severity),
      ['warning'],
    );
    passes(`球队入住${name}公园`);
  });
});

describe('lawful pages', () => {
  for (const [name, text] of clean) it(`pass: ${name}`, () => passes(text));
});
