import type { RequestOf } from '../../../../messages/protocol.ts';

/** The fields of a correction, as typed. */
export interface CorrectionFields {
  filePath: string;
  oldCode: string;
  newCode: string;
  description: string;
  testStatus: '' | 'passed' | 'failed' | 'pending';
  testResults: string;
  resolves: boolean;
}

type Correction = RequestOf<'corrections.log'>['corrections'][number];

/** What is sent: results that are JSON are kept as such, others as text. */
export function correctionOf(fields: CorrectionFields, id: string, errorId: string): Correction {
  const { filePath, oldCode, newCode, description, testStatus, testResults, resolves } = fields;
  return {
    id,
    errorId,
    filePath: filePath.trim(),
    oldCode,
    newCode,
    description: description.trim(),
    ...(testStatus !== '' && { testStatus }),
    ...(testResults.trim() !== '' && { testResults: parsedResults(testResults) }),
    resolves,
  };
}

function parsedResults(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text: text.trim() };
  }
}

/** The fields in the beginning. @param filePath the file of the failing code. */
export function emptyCorrection(filePath: string): CorrectionFields {
  return { filePath, oldCode: '', newCode: '', description: '', testStatus: '', testResults: '', resolves: false };
}

/** Whether something is missing without which a correction says nothing. */
export function isIncomplete({ filePath, oldCode, newCode }: CorrectionFields): boolean {
  return filePath.trim() === '' || (oldCode === '' && newCode === '');
}
