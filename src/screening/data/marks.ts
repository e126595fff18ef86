/** Marks by which offices keep a paper inside (M4). Matched as whole lines or brackets, never in prose. */
export const INTERNAL_MARKS: readonly string[] = [
  '仅供领导参阅',
  '仅供内部参阅',
  '仅供内部使用',
  '仅限内部使用',
  '限内部使用',
  '内部资料',
  '内部文件',
  '内部材料',
  '内部使用',
  '内部参阅',
  '内部刊物',
  '内部参考',
  '内部发行',
  '内部传阅',
  '注意保存',
  '妥善保管',
  '注意保密',
  '请勿外传',
  '不得外传',
  '严禁外传',
  '不得翻印',
  '不得复制',
  '阅后收回',
  '会后收回',
  '阅后即焚',
  '用后收回',
];

/** Urgency and telegram marks (M9). */
export const URGENCY_MARKS: readonly string[] = [
  '特急',
  '加急',
  '平急',
  '特提',
  '急件',
  '内部明电',
  '明传电报',
];

/** Marks of a draft (M10). A consultation draft (征求意见稿) is public by its nature and not among them. */
export const DRAFT_MARKS: readonly string[] = [
  '送审稿',
  '讨论稿',
  '签发稿',
  '内部征求意见稿',
  '内部征求意见',
  '审议稿',
  '修改稿',
  '初稿',
];
