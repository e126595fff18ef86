import type { DatabaseSync } from 'node:sqlite';

/**
 * Raised whenever a table, the tokens or the row numbers change: an index of another version is thrown away
 * and filled again from the log.
 */
export const INDEX_VERSION = 1;

/**
 * The index holds nothing that is not public and nothing that the log and the items could not give again.
 * `document` and `part` keep the texts for excerpts, and because FTS5 must be given the old tokens to forget
 * them; `titles` and `words` keep the tokens only. Titles stand in both: looked for apart, a word that is in
 * every text but in few titles need not be walked through all texts to find those few.
 */
const TABLES = `
  CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE combination (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL,
    agencyName TEXT NOT NULL, unitName TEXT, categoryName TEXT
  );
  CREATE TABLE document (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, combination INTEGER NOT NULL,
    titleKey TEXT NOT NULL, fields TEXT NOT NULL
  );
  CREATE INDEX document_by_title ON document (titleKey);
  CREATE TABLE part (
    document INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT, content TEXT NOT NULL,
    PRIMARY KEY (document, position)
  );
  CREATE VIRTUAL TABLE titles USING fts5 (exact, title, content = '', tokenize = 'ascii');
  CREATE VIRTUAL TABLE words USING fts5 (
    exact, title, about, body, attachment, content = '', tokenize = 'ascii'
  );
  INSERT INTO titles (titles, rank) VALUES ('secure-delete', 1);
  INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
  INSERT INTO state (name, value) VALUES ('cursor', -1), ('erasureDue', 0);
`;

/** Makes the tables where there are none. @returns false when the file is of another version */
export function ensureTables(connection: DatabaseSync): boolean {
  const version = () => Number(connection.prepare('PRAGMA user_version').get()!.user_version);
  if (version() === INDEX_VERSION) return true;
  connection.exec('BEGIN IMMEDIATE');
  try {
    // Asked again under the lock: another process may just have made them.
    const empty = connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get()!.n === 0;
    if (empty) connection.exec(`${TABLES} PRAGMA user_version = ${INDEX_VERSION};`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
  return version() === INDEX_VERSION;
}
