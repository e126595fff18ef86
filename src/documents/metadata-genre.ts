/** Kind of item that a title suggests; the agency's own category is chosen by a person. First hit wins. */
const genres: [RegExp, string][] = [
  [/政府信息公开(?:工作)?(?:年度)?(?:工作)?报告|信息公开.{0,6}年度报告|信息公开.{0,4}年报/u, '年度报告'],
  [/行政复议.*决定/u, '行政复议决定'],
  [/行政处罚|处罚决定/u, '行政处罚决定'],
  [/法治政府建设.*报告/u, '法治政府建设报告'],
  [/(?:代表|委员).*(?:建议|提案).*(?:答复|办理)|(?:建议|提案).*(?:答复|办理情况|复函)/u, '建议提案答复'],
  [/预算|决算|[“"]?三公[”"]?经费/u, '预算决算'],
  [/征求.{0,6}意见|意见征集/u, '征求意见'],
  [/解读/u, '政策解读'],
  [/应急预案/u, '应急预案'],
  [/工作总结|年度总结/u, '工作总结'],
];
const ENDING =
  /(决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|公示|方案|总结|办法|规定|细则)(?:[（(][^（()）]{1,40}[)）])?$/u;

/** The genre hint for a title, with the passage that gave it. */
export function genreOf(
  title: string,
): { genre: string; start: number; end: number; certain: boolean } | undefined {
  const ending = ENDING.exec(title);
  // 关于…的通知 is a notice, whatever it passes on.
  const passesOn =
    ending !== null && /^.*(?:印发|转发|下达|公布|关于.*的)/u.test(title) && /通知$/u.test(ending[1]!);
  if (!passesOn) {
    for (const [pattern, genre] of genres) {
      const hit = pattern.exec(title);
      if (hit) return { genre, start: hit.index, end: hit.index + hit[0].length, certain: true };
    }
  }
  if (ending === null) return undefined;
  return { genre: ending[1]!, start: ending.index, end: ending.index + ending[1]!.length, certain: false };
}
