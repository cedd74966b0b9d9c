import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { trusted } from '../e2e/harness/trusted.ts';
import type { Database } from '../stack/harness/databases.ts';
import { Server } from './server.ts';
import { forget, teamDatabase } from './team-database.ts';

/** A team's database and who sends to it. */
export interface Team {
  db: Database;
  server: Server;
}

/** A team of their own for all tests of a file, as on the first day before each of them. The fields are set before the first. */
export function useTeam(): Team {
  const team = trusted<Team>({});
  beforeAll(async () => {
    team.db = await teamDatabase(inject('postgres'));
    team.server = new Server(team.db);
  });
  beforeEach(() => forget(team.db));
  afterAll(() => team.db?.drop());
  return team;
}
