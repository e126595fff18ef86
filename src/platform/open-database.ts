import { Migrator } from 'kysely';
import type { Connections, Database, DatabaseLocation, Migrations, Reader } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Opens the database and brings its schema up to date before anyone uses it.
 * @throws Error when a migration fails; nothing of that migration remains
 */
export async function openDatabase(location: DatabaseLocation, migrations: Migrations): Promise<Database> {
  const database = 'file' in location ? openSqlite(location.file) : await openPostgres(location);
  try {
    await migrate(database, migrations, 'url' in location ? location.schema : undefined);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function migrate(
  database: Connections,
  migrations: Migrations,
  schema: string | undefined,
): Promise<void> {
  // The migrator takes its own lock, so that two processes starting at once do not both migrate.
  const migrator = new Migrator({
    db: database.flags.name === 'sqlite' ? writerOf(database) : database.read,
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
    // Its lock table stands in our schema, whatever other schemas of the database hold.
    ...(schema && { migrationTableSchema: schema }),
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error instanceof Error ? error : new Error(String(error));
}

function writerOf(database: Connections): Reader {
  return (database as Connections & { writer: Reader }).writer;
}
