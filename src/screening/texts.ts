import type { Bilingual } from './finding.ts';

interface FindingText {
  readonly why: Bilingual;
  readonly source: string;
}

const PRIVACY = '《政府信息公开条例》第十五条；《个人信息保护法》第二十八条';
const SECRECY = '《保守国家秘密法》第二十二条、第三十五条；《政府信息公开条例》第十七条';
const INTEGRITY = '《网络安全法》第二十一条；《政府网站与政务新媒体检查指标》单项否决指标';

/** Why each code was raised, and what it rests on. Codes are stable and never reused. */
export const FINDING_TEXTS = {
  'resident-id.valid': {
    why: {
      zh: '完整的公民身份号码（校验码、出生日期、地区码均成立）。公开前须隐去。',
      en: 'A complete resident ID number (check digit, birth date and region hold). Mask it before publication.',
    },
    source: `GB 11643—1999；${PRIVACY}`,
  },
  'resident-id.check-fails': {
    why: {
      zh: '形似公民身份号码，地区码和出生日期成立，但校验码不符，可能有录入错误。请核对并隐去。',
      en: 'Looks like a resident ID number with a real region and birth date but a wrong check digit. Check and mask it.',
    },
    source: `GB 11643—1999；${PRIVACY}`,
  },
  'resident-id.implausible': {
    why: {
      zh: '校验码成立的十八位号码，但出生年代过早或晚于今天，可能是其他编号。请核对。',
      en: 'An 18-digit number with a valid check digit but an implausible birth year; it may be another code. Please check.',
    },
    source: 'GB 11643—1999',
  },
  'resident-id.old-form': {
    why: {
      zh: '十五位旧式公民身份号码（前有“身份证”等字样）。公开前须隐去。',
      en: 'An old 15-digit resident ID number (named as one just before). Mask it before publication.',
    },
    source: PRIVACY,
  },
  'resident-id.weak-mask': {
    why: {
      zh: '公民身份号码隐去不足六位，仍可推算。请隐去出生日期等连续八位以上。',
      en: 'Fewer than six characters of the resident ID number are masked; it can be worked out. Hide eight or more.',
    },
    source: PRIVACY,
  },
  'mobile.private': {
    why: {
      zh: '手机号码，未见办公电话类标注，可能属于个人。请隐去或取得同意。',
      en: 'A mobile number without an office label; probably private. Mask it or obtain consent.',
    },
    source: PRIVACY,
  },
  'mobile.office': {
    why: {
      zh: '以联系电话等名义列出的手机号码。请确认是公务号码，宜改用办公电话。',
      en: 'A mobile number given as an office contact. Confirm it is for duty use; an office line is better.',
    },
    source: `${PRIVACY}；《政府信息公开条例》第二十条第（二）项`,
  },
  'bank-card.valid': {
    why: {
      zh: '银行卡号（校验成立），可能属于个人。公开前须隐去。',
      en: 'A bank card number (checksum holds), probably private. Mask it before publication.',
    },
    source: `GB/T 19584、ISO/IEC 7812-1；${PRIVACY}`,
  },
  'bank-card.possible': {
    why: {
      zh: '疑似银行卡号或个人账号。请核对，属个人的须隐去。',
      en: 'Possibly a bank card or personal account number. Check it and mask it if it is private.',
    },
    source: PRIVACY,
  },
  'secrecy.level-and-term': {
    why: {
      zh: '国家秘密标志（密级和保密期限）。不得公开，请立即报告保密工作机构。',
      en: 'A state secret mark (level and term). Must not be published; tell the secrecy office at once.',
    },
    source: `${SECRECY}；GB/T 9704—2012 7.2.2`,
  },
  'secrecy.level': {
    why: {
      zh: '在版头或密级栏单独标注的密级。不得公开，请立即报告保密工作机构。',
      en: 'A secrecy level standing alone in the head of the document. Must not be published; tell the secrecy office.',
    },
    source: SECRECY,
  },
  'secrecy.copy-number': {
    why: {
      zh: '与密级标志相邻的六位份号，系涉密公文特征。',
      en: 'A six-digit copy number beside a secrecy mark, as classified documents bear.',
    },
    source: 'GB/T 9704—2012 7.2.1',
  },
  'secrecy.term-over-maximum': {
    why: {
      zh: '标注的保密期限超过该密级的法定最长期限（绝密30年、机密20年、秘密10年）。',
      en: 'The term exceeds the legal maximum of its level (top secret 30, secret 20, confidential 10 years).',
    },
    source: '《保守国家秘密法》第二十条',
  },
  'secrecy.mentioned': {
    why: {
      zh: '正文引用或说明密级标志，不像本件的标志。请留意。',
      en: 'The text quotes or explains a secrecy mark; it does not look like the mark of this document.',
    },
    source: SECRECY,
  },
  'secrecy.exam': {
    why: {
      zh: '“启用前”密级标志，试题在启用前属国家秘密。请确认已启用。',
      en: 'A "secret until used" mark as on examination papers. Confirm the paper has been used.',
    },
    source: SECRECY,
  },
  'secrecy.internal': {
    why: {
      zh: '标注为内部资料或不得外传。公开须经审查决定。',
      en: 'Marked as internal or not to be passed on. Publication needs a review decision.',
    },
    source: '《政府信息公开条例》第十六条、第十七条',
  },
  'secrecy.work-secret': {
    why: {
      zh: '标注为工作秘密。公开须经审查决定。',
      en: 'Marked as a work secret. Publication needs a review decision.',
    },
    source: '《保守国家秘密法》第六十四条',
  },
  'secrecy.trade-secret': {
    why: {
      zh: '标注为商业秘密。公开前须征求第三方意见。',
      en: 'Marked as a trade secret. Ask the third party before publication.',
    },
    source: '《政府信息公开条例》第十五条、第三十二条',
  },
  'secrecy.urgency': {
    why: {
      zh: '带有紧急程度或电报标志，可能是未经整理的公文原件。',
      en: 'Bears an urgency or telegram mark; it may be the raw internal original.',
    },
    source: 'GB/T 9704—2012 7.2.3',
  },
  'secrecy.process': {
    why: {
      zh: '带有送审稿、讨论稿、拟办意见等过程标志，可能是过程性信息。',
      en: 'Bears marks of a draft or of handling; it may be deliberative information.',
    },
    source: '《政府信息公开条例》第十六条第二款',
  },
  'attribute.not-public': {
    why: {
      zh: '文中注明不公开或依申请公开，与主动公开的属性矛盾。',
      en: 'The document says it is not public or on request only, which contradicts proactive disclosure.',
    },
    source: '《政府信息公开条例》第十三条、第十七条',
  },
  'attribute.undecided': {
    why: {
      zh: '文中注明不公开或依申请公开，而公开属性尚未确定。',
      en: 'The document says it is not public or on request only, and no disclosure attribute is decided yet.',
    },
    source: '《政府信息公开条例》第十七条',
  },
  'attribute.differs': {
    why: {
      zh: '文中注明的公开属性与登记的不一致。请核对，应公开的不得遗漏。',
      en: 'The attribute printed in the document differs from the one recorded. Check it: what is public must not be missed.',
    },
    source: '《政府信息公开条例》第五条、第十三条',
  },
  'hijack.gambling': {
    why: {
      zh: '赌博推广用语，像是被植入的内容。',
      en: 'Gambling promotion that looks injected.',
    },
    source: INTEGRITY,
  },
  'hijack.pornography': {
    why: { zh: '色情推广用语，像是被植入的内容。', en: 'Pornographic promotion that looks injected.' },
    source: INTEGRITY,
  },
  'hijack.spam': {
    why: {
      zh: '违法服务推广用语与联系方式相连，像是被植入的内容。',
      en: 'Promotion of an illegal service beside a contact; it looks injected.',
    },
    source: INTEGRITY,
  },
  'hijack.name-replaced': {
    why: {
      zh: '机关名称处出现推广词、域名或外来字样，像是被替换。',
      en: 'A promotion word, domain or foreign string stands where an agency name should be.',
    },
    source: INTEGRITY,
  },
  'hijack.breadcrumb': {
    why: {
      zh: '导航路径中出现推广词，像是被植入。',
      en: 'Promotion words in the breadcrumb; it looks injected.',
    },
    source: INTEGRITY,
  },
  'hijack.foreign-portal': {
    why: {
      zh: '把非政府域名写作政府门户网站地址，常见于仿冒镜像。',
      en: 'A domain that is not a government one is given as the government portal, as mirrors do.',
    },
    source: '国办发〔2017〕47号《政府网站发展指引》',
  },
  'hijack.transcoding': {
    why: {
      zh: '繁体字后夹注拼音，是采集站转码的痕迹，像是仿冒镜像的内容。',
      en: 'Pinyin in brackets after traditional characters: the trace of a scraping mirror.',
    },
    source: INTEGRITY,
  },
  'hijack.doubled-punctuation': {
    why: {
      zh: '标点多处成对重复，是采集站防重复处理的痕迹。',
      en: 'Punctuation is doubled in many places, as scraping mirrors do to look original.',
    },
    source: INTEGRITY,
  },
  'hijack.mojibake': {
    why: {
      zh: '编码错乱的字符，可能是转码或篡改所致。请核对原件。',
      en: 'Characters broken by a wrong encoding, by conversion or tampering. Compare with the original.',
    },
    source: INTEGRITY,
  },
  'hidden-link.hidden': {
    why: {
      zh: '读者看不见的站外链接（暗链）。请删除并排查。',
      en: 'A link to another site that readers cannot see. Remove it and look for the intrusion.',
    },
    source: INTEGRITY,
  },
  'hidden-link.style-sheet': {
    why: {
      zh: '样式表隐藏的站外链接，请核对是否暗链。',
      en: 'A link to another site hidden by the style sheet. Check whether it belongs there.',
    },
    source: INTEGRITY,
  },
  'hidden-link.promotion': {
    why: { zh: '链接文字是赌博或色情推广。', en: 'The text of the link promotes gambling or pornography.' },
    source: INTEGRITY,
  },
  'hidden-link.script': {
    why: {
      zh: '脚本按搜索来源跳转、改写页面或隐藏链接，是篡改常用手法。',
      en: 'A script that redirects search visitors, rewrites the page or hides links, as intruders use.',
    },
    source: INTEGRITY,
  },
  'hidden-link.too-deep': {
    why: {
      zh: '网页嵌套层数异常，未能检查暗链。请核对来源后重新整理网页。',
      en: 'The markup nests far too deep to be inspected for hidden links. Check its origin and clean it.',
    },
    source: INTEGRITY,
  },
  'hidden-link.encoded-title': {
    why: {
      zh: '标题或描述以字符实体编码，常用于躲避检查。',
      en: 'The title or description is written in character entities, a way to escape inspection.',
    },
    source: INTEGRITY,
  },
  'wording.document-number': {
    why: {
      zh: '文号的年份括号缺失，无法准确引用。请按〔年份〕补全。',
      en: 'The brackets around the year of a document number are lost, so it cannot be cited. Restore them.',
    },
    source: 'GB/T 9704—2012 7.2.5',
  },
  'wording.date': {
    why: {
      zh: '日期的年、月字样缺失，可能误读。请补全。',
      en: 'The words for year and month are lost from a date, so it may be misread. Restore them.',
    },
    source: 'GB/T 15835—2011',
  },
} as const satisfies Record<string, FindingText>;

/** Stable code of a finding. */
export type FindingCode = keyof typeof FINDING_TEXTS;
