import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { onEachDatabase, type TestServices } from './testing.ts';

const migrations = {
  '001-test': {
    up: async (db: import('kysely').Kysely<unknown>) => {
      await db.schema
        .createTable('counter')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'integer', (column) => column.notNull())
        .execute();
      await sql`insert into counter (name, value) values ('a', 0)`.execute(db);
    },
  },
};

onEachDatabase('the database', (open) => {
  let services: TestServices;
  before(async () => {
    services = await open(migrations);
  });
  after(() => services.dispose());

  const value = async () => {
    const result = await sql<{ value: number }>`select value from counter`.execute(services.database.read);
    return result.rows[0]?.value;
  };

  test('writers queue: fifty concurrent read-modify-writes lose nothing', async () => {
    await Promise.all(
      Array.from({ length: 50 }, () =>
        services.database.write(async (tx) => {
          const now = await sql<{ value: number }>`select value from counter`.execute(tx);
          await sql`update counter set value = ${now.rows[0]!.value + 1}`.execute(tx);
        }),
      ),
    );
    assert.equal(await value(), 50);
  });

  test('a failed transaction leaves nothing behind', async () => {
    const before = await value();
    await assert.rejects(
      services.database.write(async (tx) => {
        await sql`update counter set value = 999`.execute(tx);
        throw new Error('halfway');
      }),
      { message: 'halfway' },
    );
    assert.equal(await value(), before);
  });

  test('a read sees the last commit, not a running transaction', async () => {
    const before = await value();
    await services.database.write(async (tx) => {
      await sql`update counter set value = value + 1`.execute(tx);
      assert.equal(await value(), before);
    });
    assert.equal(await value(), before! + 1);
  });
});
