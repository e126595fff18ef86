import { saveCategory, saveSettings } from '../information/index.ts';
import type { Services } from '../platform/index.ts';
import type { Bureau } from './people.ts';
import type { CategoryCode } from './piece.ts';

/** The four categories of the source, in its order. */
const CATEGORIES: { code: CategoryCode; name: string; nameEn: string; indexClass: string }[] = [
  { code: 'QLYX', name: '权力运行类', nameEn: 'Exercise of power', indexClass: '0100' },
  { code: 'CZZJ', name: '财政资金类', nameEn: 'Public money', indexClass: '0200' },
  {
    code: 'RSDL',
    name: '人事党建及廉政类',
    nameEn: 'Personnel, party and integrity',
    indexClass: '0300',
  },
  { code: 'GGFW', name: '公共服务类', nameEn: 'Public services', indexClass: '0400' },
];

/** The catalogue, and the bureau's own chain and Fujian index numbers instead of the defaults. */
export async function openCatalogue(
  services: Services,
  bureau: Bureau,
): Promise<Record<CategoryCode, string>> {
  const { administrator } = bureau.people;
  const ids = {} as Record<CategoryCode, string>;
  for (const [position, category] of CATEGORIES.entries())
    ids[category.code] = await saveCategory(services, administrator, {
      agencyId: bureau.agencyId,
      position,
      ...category,
    });
  await saveSettings(services, administrator, bureau.agencyId, {
    revision: 0,
    chain: [
      { step: 'unit-review', roles: ['unit-head'], skippable: true },
      { step: 'secrecy-review', roles: ['secrecy-reviewer'], skippable: false },
      { step: 'risk-assessment', roles: ['disclosure-officer'], skippable: false },
      { step: 'approval', roles: ['approving-leader'], skippable: false },
    ],
    indexPattern: {
      preset: 'fujian',
      pattern: '{body}-{class}-{year}-{seq:5}',
      body: 'SL10107',
      scope: 'class-year',
    },
  });
  return ids;
}
