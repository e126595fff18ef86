import type { App, Services } from '../platform/index.ts';
import { agencyRoutes } from './agency-routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** This room's JSON API; registered after `registerGuard`. */
export function agenciesRoutes(app: App, services: Services): void {
  sessionRoutes(app, services);
  agencyRoutes(app, services);
  peopleRoutes(app, services);
  auditRoutes(app, services);
}
