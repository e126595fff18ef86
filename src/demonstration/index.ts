export { buildDemonstration } from './build.ts';
export type { DemoSignIn } from './people.ts';
export { demonstrationMigrations, isDemonstration } from './schema.ts';
