import { VigieDatabase } from '../../storage/database.ts';

/** The screens' own handle on the database, for reading; it opens at the first question. Only the background writes. */
export const db = new VigieDatabase();
