export { portalRoutes } from './routes.ts';
export type { PortalServices } from './services.ts';
export type { SiteRecords } from './site.ts';
