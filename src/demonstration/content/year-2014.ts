import type { CategoryCode, Piece } from '../piece.ts';
import { affairs } from './affairs.ts';
import { appointments } from './appointments.ts';
import { guides } from './guides.ts';
import { integrity } from './integrity.ts';
import { money } from './money.ts';
import { personnel } from './personnel.ts';
import { power } from './power.ts';
import { roads } from './roads.ts';
import { safety } from './safety.ts';
import { transit } from './transit.ts';
import { waterways } from './waterways.ts';

const under = (category: CategoryCode, ...groups: Piece[][]) =>
  groups.flat().map((piece): [CategoryCode, Piece] => [category, piece]);

/** The catalogue of 2014 with its categories; how many there are is for the report to count. */
export const YEAR_2014: readonly [CategoryCode, Piece][] = [
  ...under('QLYX', power),
  ...under('CZZJ', money),
  ...under('RSDL', appointments, personnel, integrity),
  ...under('GGFW', transit, roads, waterways, safety, affairs, guides),
];
