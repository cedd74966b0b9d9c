import { VigieDatabase } from '../../storage/database.ts';
import { openAgain } from '../../storage/unreadable.ts';

/** The screens' own handle on the database, for reading. Only the background writes. */
export const db = new VigieDatabase();

// While the page is still being drawn for the first time. Whoever asks is told if it cannot be opened.
openAgain(db);
