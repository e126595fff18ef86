import { migrations as agenciesMigrations } from './agencies/index.ts';
import { demonstrationMigrations } from './demonstration/index.ts';
import { informationMigrations } from './information/index.ts';
import { intakeMigrations } from './information/intake/index.ts';
import { ledgerMigrations } from './ledger/index.ts';
import type { Migrations } from './platform/index.ts';
import { reportMigrations } from './reports/index.ts';

/** Every room's tables, in the order they build on each other. */
export const migrations: Migrations = {
  ...agenciesMigrations,
  ...ledgerMigrations,
  ...informationMigrations,
  ...intakeMigrations,
  ...reportMigrations,
  ...demonstrationMigrations,
};
