import type { Agenda } from './agenda.ts';
import { YEAR_2014 } from './content/year-2014.ts';
import { placePieces, walkThrough } from './plan.ts';
import type { Site, Walker } from './walk.ts';

/** Enters the catalogue of 2014 into the agenda. */
export function enterYear2014(agenda: Agenda, site: Site): Map<string, Walker> {
  const walkers = new Map<string, Walker>();
  for (const [order, placed] of placePieces(YEAR_2014, 2014).entries())
    walkers.set(placed.piece.title, walkThrough(agenda, site, placed, order));
  return walkers;
}
