import { type Piece, p, table } from '../piece.ts';

/** 办事指南: 10 documents of 2014. */

const GUIDES: {
  on: string;
  days: number;
  matter: string;
  law: string;
  papers: string[];
  legal: number;
  promised: number;
  fee: string;
}[] = [
  {
    on: '0123',
    days: 6,
    matter: '道路旅客运输班线经营许可',
    law: '《中华人民共和国道路运输条例》第十条',
    papers: ['申请表', '可行性报告', '进站方案', '车辆技术等级证明'],
    legal: 20,
    promised: 10,
    fee: '不收费',
  },
  {
    on: '0214',
    days: 8,
    matter: '道路危险货物运输经营许可',
    law: '《中华人民共和国道路运输条例》第二十四条',
    papers: ['申请表', '企业章程', '专用车辆证明', '停车场地证明', '安全管理制度'],
    legal: 20,
    promised: 12,
    fee: '不收费',
  },
  {
    on: '0319',
    days: 7,
    matter: '机动车驾驶员培训机构许可',
    law: '《机动车驾驶员培训管理规定》',
    papers: ['申请表', '教练场地证明', '教学车辆购置证明', '教练员资格证明'],
    legal: 15,
    promised: 8,
    fee: '不收费',
  },
  {
    on: '0417',
    days: 5,
    matter: '公路超限运输许可',
    law: '《公路安全保护条例》第三十五条',
    papers: ['申请表', '车货外廓尺寸说明', '行驶证复印件', '护送方案'],
    legal: 20,
    promised: 3,
    fee: '不收费',
  },
  {
    on: '0522',
    days: 9,
    matter: '涉路施工活动许可',
    law: '《公路安全保护条例》第二十七条',
    papers: ['申请书', '施工设计方案', '安全评价报告', '应急处置方案'],
    legal: 20,
    promised: 8,
    fee: '公路赔（补）偿费按标准',
  },
  {
    on: '0630',
    days: 6,
    matter: '港口经营许可',
    law: '《中华人民共和国港口法》第二十二条',
    papers: ['申请书', '经营管理机构证明', '码头设施验收证明', '从业人员资格证明'],
    legal: 30,
    promised: 15,
    fee: '不收费',
  },
  {
    on: '0811',
    days: 5,
    matter: '船舶营业运输证配发',
    law: '《国内水路运输管理条例》第十四条',
    papers: ['申请表', '船舶所有权证书', '船舶检验证书', '船员配备说明'],
    legal: 15,
    promised: 5,
    fee: '不收费',
  },
  {
    on: '0929',
    days: 8,
    matter: '出租汽车驾驶员从业资格考试',
    law: '《出租汽车驾驶员从业资格管理规定》',
    papers: ['报名表', '机动车驾驶证', '无交通肇事犯罪声明', '近期照片'],
    legal: 20,
    promised: 10,
    fee: '考试费按物价部门核定标准',
  },
  {
    on: '1106',
    days: 4,
    matter: '道路运输证年度审验',
    law: '《道路运输车辆技术管理规定》',
    papers: ['道路运输证', '车辆综合性能检测报告', '保险凭证'],
    legal: 10,
    promised: 1,
    fee: '不收费',
  },
  {
    on: '1211',
    days: 7,
    matter: '公路工程质量监督手续办理',
    law: '《建设工程质量管理条例》第十三条',
    papers: ['监督申请书', '施工图审查意见', '中标通知书', '监理合同'],
    legal: 10,
    promised: 4,
    fee: '不收费',
  },
];

export const guides: Piece[] = GUIDES.map(
  ({ on, days, matter, law, papers, legal, promised, fee }, index) => ({
    on,
    days,
    unit: 'SPK',
    title: `${matter}办事指南`,
    genre: '其他',
    subject: '综合政务、行政审批',
    keywords: `办事指南 ${matter}`,
    summary: `法定时限${legal}个工作日，承诺时限${promised}个工作日。`,
    body:
      p(
        `事项名称：${matter}。设定依据：${law}。`,
        `申请材料：${papers.join('、')}，各一份，复印件加盖公章。`,
        `办理时限：法定${legal}个工作日，承诺${promised}个工作日（听证、检测、专家评审时间不计入）。`,
        `收费：${fee}。办理地点：市行政服务中心二楼交通窗口。办理时间：工作日8:00至12:00、14:30至17:30。`,
      ) +
      table(
        ['环节', '责任岗位', '时限（工作日）'],
        [
          ['受理', '窗口', '当场'],
          ['审查', '审批科', Math.max(1, promised - 2)],
          ['决定', '分管领导', 1],
          ['送达', '窗口', 1],
        ],
      ),
    files: [
      index % 2 === 0
        ? {
            kind: 'docx',
            name: `${matter}申请表样式`,
            title: `${matter}申请表`,
            lines: [
              '申请人名称：',
              '住所：',
              '法定代表人：',
              '申请事项：',
              ...papers.map((paper, at) => `附件${at + 1}:${paper}`),
              '申请人承诺：以上材料真实有效。',
            ],
          }
        : { kind: 'txt', name: `${matter}材料清单`, lines: papers.map((paper, at) => `${at + 1}. ${paper}`) },
    ],
  }),
);
