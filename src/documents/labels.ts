import type { DocumentErrorCode } from './errors.ts';
import type { WarningCode } from './types.ts';

type Text = { zh: string; en: string };

/** What happened and what to do next, for every code of {@link DocumentErrorCode}. */
export const errorTexts: Record<`error.${DocumentErrorCode}`, Text> = {
  'error.FILE_EMPTY': {
    zh: '文件是空的，没有任何内容。请打开原文件检查并保存后重新上传。',
    en: 'The file is empty. Open the original, check and save it, then upload it again.',
  },
  'error.FILE_TOO_LARGE': {
    zh: '文件超过 {maxMib} MB 的上限。请压缩其中的图片或拆分成几个文件后重新上传。',
    en: 'The file is larger than {maxMib} MB. Shrink its pictures or split it, then upload it again.',
  },
  'error.FILE_BROKEN': {
    zh: '文件已损坏或不完整，无法读取。请在本机打开确认，另存一份后重新上传。',
    en: 'The file is damaged or incomplete. Open it on your computer, save a new copy and upload that.',
  },
  'error.UNSUPPORTED_TYPE': {
    zh: '不支持这种文件。请上传 .docx、有文字的 .pdf、.html、.txt、.md、.csv 或 .xlsx 文件。',
    en: 'This kind of file is not supported. Upload .docx, .pdf with text, .html, .txt, .md, .csv or .xlsx.',
  },
  'error.TYPE_MISMATCH': {
    zh: '文件扩展名是 .{extension}，内容却是 {found}。请确认文件来源；如确是要公开的文件，用原来的软件另存后重新上传。',
    en: 'The file is called .{extension} but contains {found}. Check where it came from; if it is the right file, save it again with the program that made it.',
  },
  'error.LEGACY_DOC': {
    zh: '这是旧版 Word 文件（.doc）。请用 Word 或 WPS 打开，另存为 .docx 后重新上传。',
    en: 'This is an old Word file (.doc). Open it in Word or WPS, save it as .docx and upload that.',
  },
  'error.LEGACY_XLS': {
    zh: '这是旧版 Excel 文件（.xls 或 .et）。请用 Excel 或 WPS 打开，另存为 .xlsx 后重新上传。',
    en: 'This is an old Excel file (.xls or .et). Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'error.LEGACY_PPT': {
    zh: '这是旧版演示文稿（.ppt 或 .dps）。请另存为 PDF 后重新上传。',
    en: 'This is an old presentation (.ppt or .dps). Save it as PDF and upload that.',
  },
  'error.LEGACY_WPS': {
    zh: '这是 WPS 文字专用格式（.wps）。请用 WPS 打开，另存为 .docx 后重新上传。',
    en: 'This is a WPS Writer file (.wps). Open it in WPS, save it as .docx and upload that.',
  },
  'error.LEGACY_OFFICE': {
    zh: '这是旧版办公软件的文件，无法读取。请用 Word 或 WPS 打开，另存为 .docx 后重新上传。',
    en: 'This is a file of an old office program. Open it in Word or WPS, save it as .docx and upload that.',
  },
  'error.OFFICE_ENCRYPTED': {
    zh: '文件设有打开密码。请在 Word、Excel 或 WPS 中取消密码，保存后重新上传。',
    en: 'The file is protected by a password. Remove the password in Word, Excel or WPS, save and upload it again.',
  },
  'error.PDF_ENCRYPTED': {
    zh: 'PDF 设有打开密码。请用原软件重新导出不带密码的 PDF 后上传。',
    en: 'The PDF is protected by a password. Export it again without one and upload that.',
  },
  'error.PDF_NO_TEXT': {
    zh: '这个 PDF 是扫描图片，没有文字层。请上传原来的 Word 文件，或先做文字识别（OCR）后重新上传。',
    en: 'This PDF is a scan without text. Upload the original Word file, or run text recognition (OCR) on it first.',
  },
  'error.PDF_TOO_MANY_PAGES': {
    zh: 'PDF 超过 {pageCount} 页的上限。请拆分后分别上传。',
    en: 'The PDF has more than {pageCount} pages. Split it and upload the parts.',
  },
  'error.TEXT_UNREADABLE': {
    zh: '无法判断文字编码，读出来会是乱码。请在记事本中另存为 UTF-8 编码后重新上传。',
    en: 'The character encoding cannot be recognised. Save the file as UTF-8 and upload it again.',
  },
  'error.TEXT_TOO_LONG': {
    zh: '文字超过 {textLength} 字的上限。请拆分成几个文件后上传。',
    en: 'The text is longer than {textLength} characters. Split it into several files.',
  },
  'error.XML_FORBIDDEN': {
    zh: '文件内部含有办公软件不会生成的实体声明，可能被人做过手脚，已拒绝读取。请用 Word 或 WPS 打开后另存，再上传。',
    en: 'The file contains entity declarations no office program writes; it may have been tampered with. Open it in Word or WPS, save a new copy and upload that.',
  },
  'error.XML_TOO_DEEP': {
    zh: '文件内部的层次异常地深，已拒绝读取。请把正文复制到新文档中保存后重新上传。',
    en: 'The inside of the file is nested abnormally deep. Copy the text into a new document and upload that.',
  },
  'error.ZIP_BROKEN': {
    zh: '压缩包（或 Office 文件的内部结构）已损坏或不完整。请重新打包，或用原软件另存后再上传。',
    en: 'The zip archive (or the inside of the office file) is damaged or incomplete. Pack or save it again.',
  },
  'error.ZIP_ENCRYPTED': {
    zh: '压缩包设有密码。请不设密码重新打包后上传。',
    en: 'The zip archive is protected by a password. Pack it again without one.',
  },
  'error.ZIP_TOO_MANY_ENTRIES': {
    zh: '压缩包里的文件超过 {entryCount} 个。请分成几个压缩包上传。',
    en: 'The zip archive holds more than {entryCount} files. Split it into several archives.',
  },
  'error.ZIP_TOO_LARGE': {
    zh: '解压后的内容超过 {maxMib} MB 的上限。请分成几个文件上传。',
    en: 'The unpacked content is larger than {maxMib} MB. Split it into several files.',
  },
  'error.ZIP_RATIO': {
    zh: '压缩率异常（超过 {compressionRatio} 倍），像是“压缩炸弹”，已拒绝解压。如确属正常文件，请直接上传其中的文件。',
    en: 'The compression ratio is abnormal (over {compressionRatio}), like a zip bomb. If the files are genuine, upload them one by one.',
  },
  'error.ZIP_OVERLAP': {
    zh: '压缩包内部的文件互相重叠，正常软件不会这样打包，已拒绝解压。请重新打包后上传。',
    en: 'Files inside the zip archive overlap, which no honest program writes. Pack it again.',
  },
  'error.ZIP_NAME_UNSAFE': {
    zh: '压缩包里有不安全的文件名：{name}。请改名（不含 ..、\\、: 等，且不是快捷链接）后重新打包。',
    en: 'The zip archive contains an unsafe file name: {name}. Rename it (no .., \\ or :, no links) and pack it again.',
  },
  'error.ZIP_NAME_TWICE': {
    zh: '压缩包里有两个同名文件：{name}。请改名后重新打包。',
    en: 'The zip archive contains two files of the same name: {name}. Rename one and pack it again.',
  },
  'error.ZIP_NESTED': {
    zh: '压缩包里还有压缩包：{name}。请先解开，再把其中的文件一起打包上传。',
    en: 'The zip archive contains another archive: {name}. Unpack it first and pack its files instead.',
  },
  'error.ZIP_METHOD': {
    zh: '压缩包用了不常见的压缩方法。请用普通 zip 格式重新打包。',
    en: 'The zip archive uses an unusual compression method. Pack it again as an ordinary zip.',
  },
  'error.TABLE_NO_HEADER': {
    zh: '表格里没有找到“标题”或“名称”一列。请在第一行写上列名，例如：标题、文号、成文日期、正文。',
    en: 'No column called 标题 or 名称 (title) was found. Put column names in the first row, e.g. 标题, 文号, 成文日期, 正文.',
  },
  'error.TABLE_TOO_LARGE': {
    zh: '表格超过 {rowCount} 行或 {columnCount} 列的上限。请拆分后分别上传。',
    en: 'The table has more than {rowCount} rows or {columnCount} columns. Split it.',
  },
  'error.RECORD_INVALID': {
    zh: 'JSON 记录不合要求：{where}。请按导入说明检查这个字段。',
    en: 'The JSON record is not as required: {where}. Check this field against the import guide.',
  },
  'error.PARSE_TIMEOUT': {
    zh: '读取这个文件超过 {seconds} 秒，已停止。请拆分文件，或用原软件另存后重新上传。',
    en: 'Reading this file took longer than {seconds} seconds and was stopped. Split it or save it again.',
  },
  'error.PARSE_OUT_OF_MEMORY': {
    zh: '读取这个文件需要的内存超过上限，已停止。请压缩图片或拆分文件后重新上传。',
    en: 'Reading this file needed more memory than allowed and was stopped. Shrink its pictures or split it.',
  },
  'error.PARSE_CRASHED': {
    zh: '读取这个文件时解析程序意外退出，其他文件不受影响。请用原软件另存后重新上传。',
    en: 'The reader stopped unexpectedly at this file; other files are not affected. Save it again and upload that.',
  },
  'error.READER_CLOSED': {
    zh: '系统正在停机，暂不能读取文件。请稍后重试。',
    en: 'The system is shutting down and cannot read files now. Try again later.',
  },
};

/** What a person should know about a document that was read all the same. */
export const warningTexts: Record<`document-warning.${WarningCode}`, Text> = {
  'document-warning.IMAGE_DROPPED': {
    zh: '有图片格式不支持或过大，未保留，请核对。',
    en: 'A picture was left out because of its format or size. Please check.',
  },
  'document-warning.TRACKED_CHANGES': {
    zh: '文件含有修订痕迹。正文按“接受全部修订”读取，请核对后清除修订。',
    en: 'The file contains tracked changes. The text was read as if all were accepted; please check.',
  },
  'document-warning.HIDDEN_TEXT': {
    zh: '文件含有隐藏文字，未放入正文。',
    en: 'The file contains hidden text, which was left out of the body.',
  },
  'document-warning.COMMENTS': {
    zh: '文件含有批注，未放入正文。',
    en: 'The file contains comments, which were left out of the body.',
  },
  'document-warning.EMBEDDED_OBJECT': {
    zh: '文件内嵌了其他文件（如 Excel 对象）或公式、图表，未读出，请核对。',
    en: 'The file embeds other files, formulas or charts, which were not read. Please check.',
  },
  'document-warning.PAGES_WITHOUT_TEXT': {
    zh: '有的页面只有图片，没有文字，请核对。',
    en: 'Some pages hold only pictures and no text. Please check.',
  },
  'document-warning.UNREADABLE_CHARACTERS': {
    zh: '有的字符无法识别，已用“\ufffd”代替，请核对。',
    en: 'Some characters could not be read and were replaced. Please check.',
  },
  'document-warning.ENCODING_GUESSED': {
    zh: '文件没有写明文字编码，按国标码（GB 18030）读取，请核对。',
    en: 'The file does not state its character encoding; it was read as GB 18030. Please check.',
  },
  'document-warning.MACROS': {
    zh: '文件含有宏，已忽略。',
    en: 'The file contains macros, which were ignored.',
  },
  'document-warning.EXTERNAL_CONTENT': {
    zh: '文件引用了外部图片或内容，未读取。',
    en: 'The file refers to pictures or content elsewhere, which were not fetched.',
  },
  'document-warning.ARTICLE_GUESSED': {
    zh: '网页正文是按版面推断的，请核对是否完整。',
    en: 'The article was picked out of the page by its layout. Please check that it is complete.',
  },
  'document-warning.NO_TEXT': {
    zh: '文件里没有文字。',
    en: 'The file contains no text.',
  },
};

/** All texts of this room, to be given to the platform's message catalogue. */
export const documentTexts = { ...errorTexts, ...warningTexts };
