import type { InformationServices } from '../information/index.ts';
import type { SearchIndex } from '../search/index.ts';
import type { LogCache } from './log-cache.ts';
import type { SiteRecords } from './site.ts';

/** What the portal reads from: it writes nothing. */
export interface PortalServices extends InformationServices {
  readonly search: SearchIndex;
  readonly siteRecords?: SiteRecords;
}

/** The same with what the portal keeps in memory. */
export interface PortalContext extends PortalServices {
  readonly cache: LogCache;
}
