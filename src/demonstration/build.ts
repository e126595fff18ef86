import type { InformationServices } from '../information/index.ts';
import { legalInstant, ManualClock } from '../platform/index.ts';
import { Agenda } from './agenda.ts';
import { enterChanges, enterWithdrawals } from './beside-2014.ts';
import { enterYearsBetween } from './between.ts';
import { openCatalogue } from './catalogue.ts';
import { enterPages } from './pages.ts';
import { type DemoSignIn, foundBureau } from './people.ts';
import { enterPresent } from './present.ts';
import { enterReport2014 } from './report-2014.ts';
import type { Site } from './walk.ts';
import { enterYear2014 } from './year-2014.ts';

/**
 * Builds the demonstration agency: everything through the real verbs, the clock set to when it would have
 * happened. The same at each build but for passwords, identifiers and the log's signatures; the present year
 * is relative to the given clock.
 * @returns the freshly generated sign-ins, one for each role
 */
export async function buildDemonstration(services: InformationServices): Promise<DemoSignIn[]> {
  const today = services.clock.today();
  const clock = new ManualClock(legalInstant('2013-12-30', '09:00'));
  const past: InformationServices = { ...services, clock };
  await services.database.write((tx) =>
    tx.insertInto('demonstration').values({ id: 1, built_at: services.clock.now() }).execute(),
  );
  const { bureau, signIns } = await foundBureau(past);
  const categories = await openCatalogue(past, bureau);
  const site: Site = { services: past, bureau, categories };
  const agenda = new Agenda();
  enterPages(agenda, site);
  enterChanges(agenda, site, enterYear2014(agenda, site));
  enterWithdrawals(agenda, site);
  enterReport2014(agenda, site);
  enterYearsBetween(agenda, site, Number(today.slice(0, 4)));
  enterPresent(agenda, site, today);
  await agenda.run(clock);
  return signIns;
}
