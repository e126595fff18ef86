import { defineCatalogue } from '../platform/index.ts';

/** What people are told: errors, findings of a verification, and the checks of a proof file. */
export const ledgerLabels = defineCatalogue({
  'error.VALUE_NOT_CANONICAL': {
    zh: '记录中含有不能规范表示的内容({type}),无法登记。请联系管理员。',
    en: 'The record has a value that cannot be written canonically ({type}) and cannot be logged. Tell the administrator.',
  },
  'error.LOG_ENTRY_INVALID': {
    zh: '公开日志条目的“{field}”不符合规定,未予登记。',
    en: 'Field "{field}" of the publication log entry is not valid; nothing was logged.',
  },
  'error.LOG_ENTRY_TOO_LARGE': {
    zh: '附件过多,公开日志条目为 {sizeBytes} 字节,上限为 {maxBytes} 字节。请分条公开或合并附件。',
    en: 'Too many attachments: the log entry has {sizeBytes} bytes of at most {maxBytes}. Publish in parts or merge attachments.',
  },
  'error.LOG_ENTRY_NOT_FOUND': {
    zh: '公开日志中没有第 {seq} 条。',
    en: 'The publication log has no entry {seq}.',
  },
  'error.LOG_TILE_NOT_FOUND': {
    zh: '公开日志中没有这一部分。',
    en: 'The publication log has no such tile.',
  },
  'error.LOG_SIZE_INVALID': {
    zh: '公开日志现有 {size} 条,不能对 {index} 作出证明。',
    en: 'The log has {size} entries; nothing can be proved about {index}.',
  },
  'error.LOG_INCONSISTENT': {
    zh: '公开日志自身不一致({reason}),已停止登记。请管理员运行 zhaogao log verify,并检查备份与密钥。',
    en: 'The publication log contradicts itself ({reason}); nothing more is logged. Run zhaogao log verify, and check backup and key.',
  },
  'error.LOG_KEY_INVALID': {
    zh: '公开日志的签名密钥无法读取。请从备份恢复 keys/log.key。',
    en: 'The signing key of the publication log cannot be read. Restore keys/log.key from the backup.',
  },
  'error.LOG_KEY_INCOMPLETE': {
    zh: '有签名密钥但缺少日志名称。请从备份恢复 keys/log.origin。',
    en: 'There is a signing key without the name of its log. Restore keys/log.origin from the backup.',
  },
  'error.LOG_ORIGIN_INVALID': {
    zh: '日志名称“{origin}”不可用:不得为空,不得含空格或加号。',
    en: '"{origin}" cannot name a log: it must not be empty nor contain spaces or a plus sign.',
  },
  'error.LOG_ORIGIN_DIFFERS': {
    zh: '设置的日志名称“{configured}”与已有日志“{stored}”不同;日志名称一经启用不得更改。',
    en: 'The configured log name "{configured}" is not that of the existing log, "{stored}"; a log keeps its name for life.',
  },
  'error.LOG_BUNDLE_MALFORMED': { zh: '日志条目包已损坏。', en: 'The entry bundle is damaged.' },
  'error.VKEY_INVALID': {
    zh: '这不是有效的验证公钥。请完整复制“名称+编号+公钥”。',
    en: 'This is not a valid verifier key. Copy all of "name+ID+key".',
  },
  'error.NOTE_MALFORMED': { zh: '签名文件格式不正确。', en: 'The signed note is not well-formed.' },
  'error.NOTE_UNVERIFIED': {
    zh: '没有所信任的密钥签名。',
    en: 'None of the trusted keys signed it.',
  },
  'error.NOTE_SIGNATURE_INVALID': {
    zh: '“{key}”的签名不正确,内容可能被改动。',
    en: 'The signature of "{key}" is wrong; the text may have been altered.',
  },
  'error.NOTE_KEY_AMBIGUOUS': {
    zh: '有两把不同的密钥都称为“{key}”,请只保留一把。',
    en: 'Two different keys are called "{key}"; keep only one.',
  },
  'error.CHECKPOINT_MALFORMED': { zh: '日志签名头格式不正确。', en: 'The checkpoint is not well-formed.' },
  'error.CHECKPOINT_ORIGIN_DIFFERS': {
    zh: '签名头属于另一个日志“{origin}”。',
    en: 'The checkpoint is that of another log, "{origin}".',
  },
  'error.PROOF_MALFORMED': {
    zh: '证明文件格式不正确({part})。请重新下载。',
    en: 'The proof file is not well-formed ({part}). Download it again.',
  },
  'error.PROOF_RECORD_DIFFERS': {
    zh: '现存内容与公开日志第 {seq} 条不一致,不能出具证明。',
    en: 'The content kept is not what entry {seq} of the log says; no proof can be made.',
  },

  'ledger.action.publish': { zh: '公开', en: 'published' },
  'ledger.action.amend': { zh: '修订', en: 'amended' },
  'ledger.action.correct': { zh: '更正', en: 'corrected' },
  'ledger.action.repeal': { zh: '废止', en: 'repealed' },
  'ledger.action.withdraw': { zh: '撤回', en: 'withdrawn' },
  'ledger.action.reinstate': { zh: '恢复公开', en: 'reinstated' },

  'ledger.proof.FORMAT_VALID': { zh: '证明文件格式正确。', en: 'The proof file is well-formed.' },
  'ledger.proof.FORMAT_MALFORMED': {
    zh: '这不是完整的证明文件({part})。',
    en: 'This is not a complete proof file ({part}).',
  },
  'ledger.proof.KEY_TRUSTED': {
    zh: '由您指定的公钥签名。',
    en: 'Signed by the key you named.',
  },
  'ledger.proof.KEY_FROM_FILE': {
    zh: '公钥取自证明文件本身。请与发布机关公布的公钥指纹核对:{fingerprint}',
    en: 'The key was taken from the proof file itself. Compare its fingerprint with the one the agency announces: {fingerprint}',
  },
  'ledger.proof.KEY_UNKNOWN': {
    zh: '不是您指定的公钥签名的。',
    en: 'Not signed by any key you named.',
  },
  'ledger.proof.KEY_INVALID': { zh: '证明文件中的公钥无效。', en: 'The key in the proof file is not valid.' },
  'ledger.proof.CHECKPOINT_SIGNED': {
    zh: '日志“{origin}”在有 {size} 条时的签名正确。',
    en: 'The signature of the log "{origin}" at {size} entries is right.',
  },
  'ledger.proof.CHECKPOINT_INVALID': {
    zh: '日志签名不正确({reason})。',
    en: "The log's signature is not right ({reason}).",
  },
  'ledger.proof.ENTRY_VALID': { zh: '公开记录完整。', en: 'The log entry is complete.' },
  'ledger.proof.ENTRY_INVALID': { zh: '公开记录无效。', en: 'The log entry is not valid.' },
  'ledger.proof.ENTRY_INCLUDED': {
    zh: '这条公开记录确在日志中(第 {seq} 条,自 0 起计)。',
    en: 'The entry is in the log (number {seq}, counting from 0).',
  },
  'ledger.proof.ENTRY_NOT_INCLUDED': {
    zh: '日志中没有这条公开记录。',
    en: 'The entry is not in the log.',
  },
  'ledger.proof.RECORD_MATCHES': {
    zh: '内容与公开时一致,未被改动。',
    en: 'The content is what was published, unaltered.',
  },
  'ledger.proof.RECORD_DIFFERS': {
    zh: '内容与公开时不一致。',
    en: 'The content is not what was published.',
  },
  'ledger.proof.RECORD_ABSENT': {
    zh: '证明不含内容(已撤回);仅证明当时公开过指纹为 {sha256} 的内容。',
    en: 'The proof comes without content (withdrawn); it shows only that content with the hash {sha256} was published.',
  },
  'ledger.proof.FILE_LISTED': {
    zh: '文件“{name}”是公开的附件,未被改动。',
    en: 'The file "{name}" is a published attachment, unaltered.',
  },
  'ledger.proof.FILE_NOT_LISTED': {
    zh: '文件“{name}”不是公开的附件,或已被改动。',
    en: 'The file "{name}" is not a published attachment, or was altered.',
  },

  'ledger.finding.CHECKPOINT_MISSING': { zh: '取不到日志签名头。', en: 'The checkpoint cannot be had.' },
  'ledger.finding.CHECKPOINT_INVALID': {
    zh: '日志签名头无效({reason})。',
    en: 'The checkpoint is not valid ({reason}).',
  },
  'ledger.finding.KEY_MISSING': { zh: '取不到日志公钥。', en: "The log's key cannot be had." },
  'ledger.finding.ROOT_DIFFERS': {
    zh: '由全部条目重算的结果与签名不符:有条目被改动。',
    en: 'What the entries amount to is not what was signed: entries were altered.',
  },
  'ledger.finding.SIZE_DIFFERS': {
    zh: '找到 {found} 条,签名为 {signed} 条。',
    en: 'There are {found} entries; {signed} were signed.',
  },
  'ledger.finding.SEQUENCE_GAP': {
    zh: '缺少第 {expected} 条(其后为第 {found} 条)。',
    en: 'Entry {expected} is missing (the next is {found}).',
  },
  'ledger.finding.ENTRY_INVALID': {
    zh: '第 {seq} 条无效({reason})。',
    en: 'Entry {seq} is not valid ({reason}).',
  },
  'ledger.finding.ENTRY_BEYOND_HEAD': {
    zh: '第 {seq} 条未经签名。',
    en: 'Entry {seq} was never signed for.',
  },
  'ledger.finding.COLUMN_DIFFERS': {
    zh: '第 {seq} 条的检索字段与其内容不符。',
    en: 'The look-up columns of entry {seq} are not what it says.',
  },
  'ledger.finding.LEAF_DIFFERS': {
    zh: '第 {seq} 条与其存储的散列值不符。',
    en: 'Entry {seq} does not have the hash stored for it.',
  },
  'ledger.finding.NODE_DIFFERS': {
    zh: '存储的节点(层 {level},序 {index})不正确。',
    en: 'The stored node {index} of level {level} is wrong or missing.',
  },
  'ledger.finding.NODE_EXCESS': { zh: '层 {level} 有多余的节点。', en: 'Level {level} has nodes too many.' },
  'ledger.finding.FRONTIER_DIFFERS': {
    zh: '存储的日志右缘不正确。',
    en: 'The stored right edge of the tree is wrong.',
  },
  'ledger.finding.TILE_MISSING': {
    zh: '取不到分块(层 {level},序 {index})。',
    en: 'Tile {index} of level {level} cannot be had.',
  },
  'ledger.finding.TILE_DIFFERS': {
    zh: '分块(层 {level},序 {index})与条目不符。',
    en: 'Tile {index} of level {level} is not what the entries amount to.',
  },
  'ledger.finding.BUNDLE_MISSING': {
    zh: '取不到条目包 {index}。',
    en: 'Entry bundle {index} cannot be had.',
  },
  'ledger.finding.BUNDLE_MALFORMED': {
    zh: '条目包 {index} 已损坏。',
    en: 'Entry bundle {index} is damaged.',
  },
  'ledger.finding.PREVIOUS_INVALID': {
    zh: '给出的旧签名头无效({reason})。',
    en: 'The earlier checkpoint given is not valid ({reason}).',
  },
  'ledger.finding.LOG_SHRUNK': {
    zh: '日志曾有 {before} 条,现只有 {size} 条:历史被删减。',
    en: 'The log had {before} entries and now has {size}: history was cut.',
  },
  'ledger.finding.LOG_REWRITTEN': {
    zh: '日志前 {size} 条与当时签名的不同:历史被改写。',
    en: 'The first {size} entries are not those signed then: history was rewritten.',
  },
});
