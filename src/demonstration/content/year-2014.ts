import type { CategoryCode, Piece } from '../piece.ts';
import { affairs } from './affairs.ts';
import { integrity } from './integrity.ts';
import { money } from './money.ts';
import { personnel } from './personnel.ts';
import { power } from './power.ts';
import { roads } from './roads.ts';
import { transit } from './transit.ts';

/** The catalogue of 2014 with its categories; how many there are is for the report to count. */
export const YEAR_2014: readonly [CategoryCode, Piece][] = [
  ...power.map((piece): [CategoryCode, Piece] => ['QLYX', piece]),
  ...money.map((piece): [CategoryCode, Piece] => ['CZZJ', piece]),
  ...[...personnel, ...integrity].map((piece): [CategoryCode, Piece] => ['RSDL', piece]),
  ...[...transit, ...roads, ...affairs].map((piece): [CategoryCode, Piece] => ['GGFW', piece]),
];
