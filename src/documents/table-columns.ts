/** Names of the fields a table of items can have. */
export const tableFields = [
  'title',
  'issuingAgency',
  'documentNumber',
  'formedOn',
  'publishedOn',
  'effectiveOn',
  'expiresOn',
  'indexNumber',
  'category',
  'subject',
  'genre',
  'unit',
  'body',
  'summary',
  'keywords',
  'fileName',
  'attribute',
  'ground',
  'validity',
  'url',
] as const;

export type TableField = (typeof tableFields)[number];

/** What the columns are called in offices, Chinese and English. Matching ignores case, spaces, brackets. */
const names: Record<TableField, string> = {
  title: '标题 名称 信息名称 信息标题 文件名称 文件标题 题名 正题名 title name',
  issuingAgency:
    '发布机构 发文机关 发布机关 发文机构 发文单位 发布单位 制作机关 制发机关 公开机关 责任者 信息来源 来源 issuingagency agency issuer source',
  documentNumber: '文号 发文字号 发文文号 文件编号 文件字号 公文字号 documentnumber number docno',
  formedOn:
    '成文日期 生成日期 发文日期 制发日期 形成日期 落款日期 成文时间 生成时间 发文时间 formedon formeddate dateformed date',
  publishedOn:
    '发布日期 公开日期 发布时间 公开时间 上网日期 上网时间 publishedon publisheddate datepublished pubdate',
  effectiveOn: '生效日期 实施日期 施行日期 生效时间 effectiveon effectivedate',
  expiresOn: '废止日期 失效日期 废止时间 失效时间 expireson expirydate',
  indexNumber: '索引号 索取号 信息索引号 indexnumber index',
  category: '分类 类别 信息类别 信息分类 目录分类 栏目 所属栏目 公开类别 category class column',
  subject: '主题分类 主题 subject topic',
  genre: '体裁分类 体裁 公文种类 文种 genre',
  unit: '科室 单位 责任科室 责任单位 公开单位 制作科室 承办科室 承办单位 报送单位 部门 责任部门 公开责任部门 unit department',
  body: '内容 正文 信息内容 全文 文件内容 body content text',
  summary: '内容概述 摘要 概述 内容摘要 简介 summary abstract description',
  keywords: '关键词 主题词 关键字 keywords',
  fileName: '文件名 附件 附件名 附件名称 文件 电子文件名 原文文件名 filename file attachment',
  attribute: '公开属性 公开方式 公开形式 公开类型 属性 disclosureattribute attribute',
  ground: '不予公开依据 不公开依据 法定依据 依据 不公开理由 不予公开理由 法律依据 ground legalground reason',
  validity: '有效性 效力状态 时效性 是否有效 validity status',
  url: '网址 链接 链接地址 原文链接 地址 url link',
};

const fieldOf = new Map(
  tableFields.flatMap((field) => names[field].split(' ').map((name) => [name, field] as const)),
);

/** Which field a column heading means, undefined when it is none we know. */
export function fieldOfHeading(heading: string): TableField | undefined {
  return (
    fieldOf.get(normaliseHeading(heading)) ??
    fieldOf.get(normaliseHeading(heading.replaceAll(/[（(][^（()）]*[)）]/gu, '')))
  );
}

function normaliseHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_:;,.·"'“”()[\]【】〔〕<>《》-]+/gu, '');
}
