import { defineCatalogue } from '../platform/index.ts';

defineCatalogue({
  'error.SIGN_IN_REQUIRED': { zh: '请先登录。', en: 'Sign in first.' },
  'error.SIGN_IN_FAILED': {
    zh: '登录名或密码不正确。请检查后重试;忘记密码请联系管理员重置。',
    en: 'Login or password is wrong. Check both and try again; an administrator can reset a forgotten password.',
  },
  'error.SECOND_STEP_REQUIRED': {
    zh: '请输入身份验证器上的六位动态码,或一个恢复码。',
    en: 'Enter the six digits of your authenticator, or a recovery code.',
  },
  'error.SECOND_STEP_FAILED': {
    zh: '动态码或恢复码不正确或已使用过。请等待下一个动态码后重试。',
    en: 'The code is wrong or was used before. Wait for the next one and try again.',
  },
  'error.LOCKED_OUT': {
    zh: '密码多次输入错误,登录已暂停,请 {minutes} 分钟后再试,或联系管理员重置密码。',
    en: 'Too many failures. Try again in {minutes} minutes, or ask an administrator to reset the password.',
  },
  'error.FORBIDDEN': {
    zh: '您没有进行此操作的权限。如确需办理,请联系本单位管理员。',
    en: 'You may not do this. If you need to, ask the administrator of your agency.',
  },
  'error.CSRF_REFUSED': {
    zh: '页面已过期或请求来源不明,操作未执行。请刷新页面后重试。',
    en: 'The page is out of date or the request came from elsewhere; nothing was done. Reload and try again.',
  },
  'error.PASSWORD_CHANGE_REQUIRED': {
    zh: '首次登录请先修改初始密码。',
    en: 'Change the generated password before going on.',
  },
  'error.PASSWORD_WRONG': { zh: '当前密码不正确。', en: 'The current password is wrong.' },
  'error.PASSWORD_TOO_SHORT': {
    zh: '密码至少需要 {minLength} 个字符。',
    en: 'A password needs at least {minLength} characters.',
  },
  'error.PASSWORD_TOO_LONG': {
    zh: '密码最多 {maxLength} 个字符。',
    en: 'A password has at most {maxLength} characters.',
  },
  'error.PASSWORD_IS_LOGIN': { zh: '密码不能与登录名相同。', en: 'The password must differ from the login.' },
  'error.PASSWORD_COMMON': {
    zh: '该密码过于常见,容易被猜中,请换一个。',
    en: 'This password is too common to be safe. Choose another.',
  },
  'error.PASSWORD_UNCHANGED': {
    zh: '新密码不能与当前密码相同。',
    en: 'The new password must differ from the current one.',
  },
  'error.TOTP_ALREADY_ENABLED': { zh: '两步验证已经启用。', en: 'The second step is already on.' },
  'error.TOTP_NOT_ENROLLED': {
    zh: '请先获取密钥并添加到身份验证器。',
    en: 'Ask for a secret and add it to the authenticator first.',
  },
  'error.TOTP_NOT_ENABLED': { zh: '两步验证尚未启用。', en: 'The second step is not on.' },
  'error.TOTP_CODE_WRONG': {
    zh: '动态码不正确。请检查手机时间是否准确后重试。',
    en: 'The code is wrong. Check the clock of your telephone and try again.',
  },
  'error.AGENCY_NOT_FOUND': { zh: '没有找到该机关。', en: 'No such agency.' },
  'error.UNIT_NOT_FOUND': { zh: '该机关没有此科室或单位。', en: 'The agency has no such unit.' },
  'error.PERSON_NOT_FOUND': { zh: '没有找到该人员。', en: 'No such person.' },
  'error.POST_NOT_FOUND': { zh: '没有找到该职务。', en: 'No such post.' },
  'error.ROLE_NOT_FOUND': {
    zh: '没有找到该角色授权,或已经结束。',
    en: 'No such role assignment, or it has ended.',
  },
  'error.SESSION_NOT_FOUND': {
    zh: '没有找到该登录会话,或已经结束。',
    en: 'No such session, or it has ended.',
  },
  'error.DELEGATION_NOT_FOUND': {
    zh: '没有找到该委托,或已经撤销。',
    en: 'No such delegation, or it was revoked.',
  },
  'error.AGENCY_CODE_TAKEN': { zh: '机关代码 {code} 已被使用。', en: 'The agency code {code} is taken.' },
  'error.UNIT_CODE_TAKEN': { zh: '科室代码 {code} 已被使用。', en: 'The unit code {code} is taken.' },
  'error.LOGIN_TAKEN': { zh: '登录名 {login} 已被使用。', en: 'The login {login} is taken.' },
  'error.AGENCY_CIRCLE': {
    zh: '不能把机关置于其自身或下级机关之下。',
    en: 'An agency cannot be placed under itself or one of its own subordinates.',
  },
  'error.AGENCY_IN_USE': {
    zh: '顶级机关或仍有下级机关的机关不能停用。',
    en: 'The top agency, or one with active agencies below it, cannot be deactivated.',
  },
  'error.UNIT_IN_USE': {
    zh: '该科室仍有在职人员或角色授权,不能停用。',
    en: 'People still have posts or roles in this unit; it cannot be deactivated.',
  },
  'error.ROLE_ALREADY_HELD': { zh: '该人员已有此角色。', en: 'The person already holds this role.' },
  'error.LAST_ADMINISTRATOR': {
    zh: '这是最后一名管理员,请先指定另一名管理员。',
    en: 'This is the last administrator. Appoint another one first.',
  },
  'error.PERSON_INACTIVE': { zh: '该人员账号已停用。', en: 'The account of this person is closed.' },
  'error.POST_ENDED': { zh: '该职务已经结束。', en: 'This post has already ended.' },
  'error.POST_DATE_ORDER': {
    zh: '变动日期必须晚于原职务的任职日期 {fromOn}。',
    en: 'The day of change must be after the post began ({fromOn}).',
  },
  'error.POST_IN_FUTURE': {
    zh: '任职日期不能晚于今天。',
    en: 'A post cannot begin in the future.',
  },
  'error.DELEGATION_PERIOD': {
    zh: '委托期限不正确:截止日不得早于起始日或今天,且不得超过一年。',
    en: 'The period is not valid: it must not end before it begins or before today, nor exceed a year.',
  },
  'error.DELEGATION_TO_SELF': { zh: '不能委托给本人。', en: 'A role cannot be delegated to its own holder.' },
  'error.DELEGATION_ROLE_NOT_HELD': {
    zh: '委托人在该机关没有此角色(受托的角色不能再次委托)。',
    en: 'The delegator does not hold this role there; a delegated role cannot be passed on.',
  },
  'error.DELEGATION_ROLE_NOT_DELEGABLE': {
    zh: '管理员和审计员角色不能委托,请由管理员授权。',
    en: 'The roles of administrator and auditor cannot be delegated; an administrator assigns them.',
  },
  'error.DELEGATE_NOT_IN_AGENCY': {
    zh: '受托人不在该机关任职。',
    en: 'The delegate has neither a post nor a role in this agency.',
  },
  'error.ALREADY_INITIALISED': {
    zh: '系统已经初始化过,未作任何改动。',
    en: 'The installation already has an agency; nothing was changed.',
  },
  'error.SECRET_UNREADABLE': {
    zh: '加密数据无法读取:密钥文件 keys/secrets.key 与数据不匹配。请恢复与数据库配套的密钥文件。',
    en: 'Encrypted data cannot be read: keys/secrets.key does not belong to it. Restore the key file that belongs to the database.',
  },
});

defineCatalogue({
  'role.clerk': { zh: '经办人', en: 'Clerk' },
  'role.unit-head': { zh: '科室负责人', en: 'Unit head' },
  'role.secrecy-reviewer': { zh: '保密审查员', en: 'Secrecy reviewer' },
  'role.approving-leader': { zh: '审批领导', en: 'Approving leader' },
  'role.disclosure-officer': { zh: '政府信息公开专员', en: 'Disclosure officer' },
  'role.inspector': { zh: '督查员', en: 'Inspector' },
  'role.administrator': { zh: '管理员', en: 'Administrator' },
  'role.auditor': { zh: '审计员', en: 'Auditor' },
  'agency-kind.office': { zh: '政府办公室', en: 'Government office' },
  'agency-kind.bureau': { zh: '局(委、办)', en: 'Bureau' },
  'agency-kind.subordinate': { zh: '下属机构', en: 'Subordinate body' },
  'unit-kind.department': { zh: '科室', en: 'Department' },
  'unit-kind.subordinate-unit': { zh: '直属单位', en: 'Subordinate unit' },
});

defineCatalogue({
  'audit.action.agency.created': { zh: '新增机关', en: 'Agency added' },
  'audit.action.agency.updated': { zh: '修改机关', en: 'Agency changed' },
  'audit.action.unit.created': { zh: '新增科室', en: 'Unit added' },
  'audit.action.unit.updated': { zh: '修改科室', en: 'Unit changed' },
  'audit.action.person.created': { zh: '新增人员', en: 'Person added' },
  'audit.action.person.updated': { zh: '修改人员', en: 'Person changed' },
  'audit.action.person.deactivated': { zh: '停用账号', en: 'Account closed' },
  'audit.action.person.reactivated': { zh: '恢复账号', en: 'Account reopened' },
  'audit.action.post.changed': { zh: '职务变动', en: 'Post changed' },
  'audit.action.role.assigned': { zh: '授予角色', en: 'Role assigned' },
  'audit.action.role.ended': { zh: '结束角色', en: 'Role ended' },
  'audit.action.delegation.made': { zh: '委托', en: 'Delegation made' },
  'audit.action.delegation.revoked': { zh: '撤销委托', en: 'Delegation revoked' },
  'audit.action.session.started': { zh: '登录', en: 'Signed in' },
  'audit.action.session.refused': { zh: '登录失败', en: 'Sign-in refused' },
  'audit.action.session.ended': { zh: '退出登录', en: 'Session ended' },
  'audit.action.password.changed': { zh: '修改密码', en: 'Password changed' },
  'audit.action.password.refused': { zh: '密码核验失败', en: 'Password refused' },
  'audit.action.password.reset': { zh: '重置密码', en: 'Password reset' },
  'audit.action.totp.enabled': { zh: '启用两步验证', en: 'Second step turned on' },
  'audit.action.totp.disabled': { zh: '停用两步验证', en: 'Second step turned off' },
  'audit.action.audit.exported': { zh: '导出审计记录', en: 'Audit trail exported' },
  'audit.column.seq': { zh: '序号', en: 'No.' },
  'audit.column.at': { zh: '时间(UTC)', en: 'Time (UTC)' },
  'audit.column.personName': { zh: '人员', en: 'Person' },
  'audit.column.personId': { zh: '人员标识', en: 'Person id' },
  'audit.column.agencyId': { zh: '机关标识', en: 'Agency id' },
  'audit.column.action': { zh: '操作', en: 'Action' },
  'audit.column.subjectKind': { zh: '对象类别', en: 'Subject kind' },
  'audit.column.subjectId': { zh: '对象标识', en: 'Subject id' },
  'audit.column.detail': { zh: '详情', en: 'Detail' },
  'audit.column.address': { zh: '网络地址', en: 'Network address' },
  'audit.column.hash': { zh: '校验值', en: 'Hash' },
});
