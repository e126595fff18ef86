import {
  type Actor,
  assignRole,
  createAgency,
  createPerson,
  createUnit,
  loadActor,
  ROLES,
  type Role,
  systemActor,
} from '../agencies/index.ts';
import type { Services } from '../platform/index.ts';

/** A sign-in of the demonstration, printed at start; the password stands nowhere else. */
export interface DemoSignIn {
  login: string;
  password: string;
  /** Name, post and role. */
  title: string;
  role: Role;
}

/** Units of the bureau, by the names its report uses. */
export const UNITS = [
  ['BGS', '办公室', 'department'],
  ['FGK', '政策法规科', 'department'],
  ['JJK', '计划建设科', 'department'],
  ['YAK', '运输安全科', 'department'],
  ['SPK', '行政审批科', 'department'],
  ['ZGB', '总工程师办公室', 'department'],
  ['CWK', '财务科', 'department'],
  ['SJK', '审计科', 'department'],
  ['RSK', '人事科', 'department'],
  ['JCS', '监察室', 'department'],
  ['DCB', '督查办', 'department'],
  ['XNB', '效能办', 'department'],
  ['XXB', '信息办', 'department'],
  ['DJB', '党建办', 'department'],
  ['DGC', '市道路运输管理处', 'subordinate-unit'],
  ['SYC', '市水路运输管理处', 'subordinate-unit'],
  ['ZFD', '市交通综合行政执法支队', 'subordinate-unit'],
  ['ZJZ', '市交通质量监督站', 'subordinate-unit'],
] as const;
export type UnitCode = (typeof UNITS)[number][0];

/** Invented people, one for each role. */
const PEOPLE: Record<Role, { login: string; name: string; unit: UnitCode; title: string; role: string }> = {
  clerk: { login: 'clerk', name: '林知夏', unit: 'BGS', title: '办公室科员', role: '经办人' },
  'unit-head': { login: 'head', name: '陈以宁', unit: 'BGS', title: '办公室主任', role: '科室负责人' },
  'secrecy-reviewer': {
    login: 'secrecy',
    name: '郑守拙',
    unit: 'BGS',
    title: '保密工作专员',
    role: '保密审查人',
  },
  'approving-leader': {
    login: 'leader',
    name: '黄明远',
    unit: 'BGS',
    title: '副局长',
    role: '审定领导',
  },
  'disclosure-officer': {
    login: 'officer',
    name: '吴若谷',
    unit: 'BGS',
    title: '政府信息公开专员',
    role: '信息公开专员',
  },
  inspector: { login: 'inspector', name: '周行健', unit: 'DCB', title: '督查办主任', role: '督查员' },
  administrator: { login: 'admin', name: '许其琛', unit: 'XXB', title: '信息办工程师', role: '系统管理员' },
  auditor: { login: 'auditor', name: '何秉正', unit: 'SJK', title: '审计科科长', role: '审计员' },
};

/** The bureau with its units and people, as the builders use it. */
export interface Bureau {
  agencyId: string;
  name: string;
  units: Record<UnitCode, string>;
  people: Record<Role, Actor>;
}

/** Office, bureau, units and people, all through the verbs an administrator uses. */
export async function foundBureau(services: Services): Promise<{ bureau: Bureau; signIns: DemoSignIn[] }> {
  const system = () => systemActor(services.database.read);
  const officeId = await createAgency(services, await system(), {
    code: 'SLSZFB',
    name: '示例市人民政府办公室',
    nameEn: 'General Office of Shili Municipal People’s Government',
    parentId: null,
    kind: 'office',
    orgCode: 'SL10101',
  });
  const name = '示例市交通运输局';
  const agencyId = await createAgency(services, await system(), {
    code: 'SLJT',
    name,
    nameEn: 'Shili Municipal Bureau of Transport',
    parentId: officeId,
    kind: 'bureau',
    orgCode: 'SL10107',
    address: '示例市东湖区文治路88号',
    phone: '0599-0000107',
    email: 'gk@jt.example.gov.cn',
    hours: '工作日8:00—12:00,14:30—17:30',
  });
  const units = {} as Record<UnitCode, string>;
  for (const [code, unitName, kind] of UNITS)
    units[code] = await createUnit(services, await system(), agencyId, { code, name: unitName, kind });
  const signIns: DemoSignIn[] = [];
  const people = {} as Record<Role, Actor>;
  for (const role of ROLES) {
    const { login, unit, title, ...one } = PEOPLE[role];
    const { personId, password } = await createPerson(
      services,
      await system(),
      { login, name: one.name, post: { agencyId, unitId: units[unit], title } },
      { mustChangePassword: false },
    );
    await assignRole(services, await system(), personId, { agencyId, role });
    people[role] = await loadActor(services.database.read, services.clock, personId, {
      via: 'command',
      sessionId: null,
      address: null,
    });
    signIns.push({ login, password, title: `${one.role} ${one.name}(${title})`, role });
  }
  return { bureau: { agencyId, name, units, people }, signIns };
}
