import { documentTexts } from '../../documents/index.ts';
import { defineCatalogue, type Text } from '../../platform/index.ts';
import type { DraftReason, ImportNoteCode, IntakeErrorCode } from './errors.ts';

const ERRORS: Record<IntakeErrorCode, Text> = {
  UPLOAD_MISSING: {
    zh: '没有收到文件,请选择文件后重新上传。',
    en: 'No file arrived. Choose a file and upload again.',
  },
  UPLOAD_FIELD_MISSING: {
    zh: '上传缺少必要的信息:{field}。请刷新页面后重试。',
    en: 'The upload lacks {field}. Reload the page and try again.',
  },
  IMPORT_EMPTY: {
    zh: '没有找到可以导入的内容,请检查路径或压缩包。',
    en: 'There is nothing to import. Check the path or the archive.',
  },
  IMPORT_RUNNING: {
    zh: '这个导入任务正在进行,请等它结束。',
    en: 'This import is running. Wait until it ends.',
  },
  IMPORT_FINISHED: {
    zh: '这个导入任务已经完成,不需要继续。要再次导入,请新建任务。',
    en: 'This import is finished. To import again, start a new one.',
  },
  IMPORT_TAKEN_OVER: {
    zh: '这个导入任务已由另一处继续进行,此处停止。',
    en: 'This import is being continued elsewhere; it stops here.',
  },
  PATH_NOT_FOUND: {
    zh: '找不到路径 {path},请检查拼写。',
    en: 'There is no {path}. Check the spelling.',
  },
  PATH_UNREADABLE: {
    zh: '没有权限读取 {path},请检查文件权限。',
    en: '{path} cannot be read. Check its permissions.',
  },
  LINK_REFUSED: {
    zh: '这是链接,不是文件本身。请把文件复制到文件夹里再导入。',
    en: 'This is a link or special file. Copy the file itself into the folder and import again.',
  },
  ROW_INVALID: {
    zh: '表格这一行有误:{problems}。请改正后重新导入。',
    en: 'This row is not valid: {problems}. Correct it and import again.',
  },
  ROW_WITHOUT_FILE: {
    zh: '清单这一行没有写文件名,也没有正文。请补上文件名后重新导入。',
    en: 'This row of the inventory names no file and has no text. Add the file name and import again.',
  },
  ROW_FILE_MISSING: {
    zh: '清单这一行所列的文件「{name}」不存在。请核对文件名或补上文件。',
    en: 'The file "{name}" named in this row does not exist. Check the name or add the file.',
  },
  ROW_FILE_UNSAFE: {
    zh: '清单这一行的文件名「{name}」指向文件夹之外,不予导入。',
    en: 'The file name "{name}" in this row points outside the folder and is refused.',
  },
  ROW_FILE_TWICE: {
    zh: '文件「{name}」已被清单的另一行使用,请核对。',
    en: 'The file "{name}" is already used by another row. Please check.',
  },
  ROW_ATTRIBUTE_UNKNOWN: {
    zh: '公开属性「{value}」无法识别,请填写主动公开、依申请公开或不予公开。',
    en: 'The disclosure attribute "{value}" is not known. Use 主动公开, 依申请公开 or 不予公开.',
  },
  FILE_WITHOUT_ROW: {
    zh: '清单 {inventory} 里没有这个文件。请在清单里补一行,或移走这个文件。',
    en: 'The inventory {inventory} has no row for this file. Add a row or take the file away.',
  },
  ATTACHMENT_HIDES_TEXT: {
    zh: '附件「{name}」含有批注、修订痕迹或隐藏文字,公开后人人可见。请接受或拒绝全部修订、删除批注后重新上传。',
    en: 'The attachment "{name}" holds comments, tracked changes or hidden text that everyone could see. Remove them and upload it again.',
  },
  SOURCE_GONE: {
    zh: '继续导入时已找不到这个文件。请放回原处后重新导入。',
    en: 'This file was gone when the import went on. Put it back and import again.',
  },
};

const NOTES: Record<ImportNoteCode, Text> = {
  LEFT_AS_DRAFT: {
    zh: '没有公开,已存为草稿:{reasons}',
    en: 'Not published, kept as a draft: {reasons}',
  },
  FORMED_ON_MISSING: { zh: '来源没有写成文日期', en: 'The source gives no date formed' },
  FORMED_ON_IN_FUTURE: {
    zh: '成文日期 {date} 晚于今天,未采用',
    en: 'The date formed {date} lies in the future and was not taken',
  },
  PUBLISHED_ON_MISSING: {
    zh: '来源没有写发布日期,以今天为公开日期',
    en: 'The source gives no date of publication; today counts',
  },
  PUBLISHED_ON_IN_FUTURE: {
    zh: '发布日期 {date} 晚于今天,未采用',
    en: 'The date of publication {date} lies in the future and was not taken',
  },
  PUBLISHED_MONTH_ONLY: {
    zh: '来源只写明发布月份 {month},未作为日期采用',
    en: 'The source gives only the month of publication, {month}; it was not taken as a date',
  },
  CATEGORY_UNKNOWN: { zh: '目录里没有类别「{category}」', en: 'The catalogue has no category "{category}"' },
  CATEGORY_NOT_GIVEN: { zh: '来源没有写类别', en: 'The source gives no category' },
  PUT_UNDER_UNCLASSIFIED: { zh: '已放入「未分类」', en: 'Put under "Not classified"' },
  UNIT_UNKNOWN: { zh: '没有名为「{unit}」的科室(单位)', en: 'There is no unit called "{unit}"' },
  SOURCE_KEPT_PRIVATE: {
    zh: '原文件含有批注、修订痕迹或隐藏文字,只存档,不随信息公开',
    en: 'The file holds comments, tracked changes or hidden text: it is kept but not published',
  },
  BODY_TOO_LONG: {
    zh: '正文过长,只保留为附件',
    en: 'The text is too long and is kept as the attachment only',
  },
  PICTURES_LEFT_OUT: {
    zh: '正文中的图片过大,未放入正文,请见附件',
    en: 'The pictures are too large for the text; see the attachment',
  },
};

const REASONS: Record<DraftReason, Text> = {
  NOT_IN_FORCE: { zh: '来源注明已失效或废止', en: 'The source says it is no longer in force' },
  ROW_HIDDEN: { zh: '表格中这一行是隐藏的', en: 'The row is hidden in the workbook' },
};

const PROBLEMS: Record<string, Text> = {
  TITLE_MISSING: { zh: '缺少标题', en: 'no title' },
  DATE_INVALID: { zh: '日期无法识别', en: 'not a date' },
  CELL_TOO_LONG: { zh: '内容过长', en: 'too long' },
};

const prefixed = (prefix: string, texts: Record<string, Text>): Record<string, Text> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));

export const intakeLabels = defineCatalogue({
  ...documentTexts,
  ...prefixed('error', ERRORS),
  ...prefixed('import-note', NOTES),
  ...prefixed('refusal', REASONS),
  ...prefixed('row-problem', PROBLEMS),
});
