import type { AgencyView, UnitView } from '../../../src/agencies/contract.ts';

/** The lists of agencies/contract.ts, which cannot be imported as values without its schemas. */
export const AGENCY_KINDS: readonly AgencyView['kind'][] = ['office', 'bureau', 'subordinate'];
export const UNIT_KINDS: readonly UnitView['kind'][] = ['department', 'subordinate-unit'];
