import type { CorrectionRow, ErrorLogRow } from '../rows.ts';
import { changes, noted, UNCHANGED, type CommandContext, type CommandResult, type TicketScope } from './changes.ts';

/** What was changed to fix an error. Texts are a person's; code is kept as it is. */
export interface Correction {
  id: string;
  /** Of an occurrence. */
  errorId: string;
  filePath: string;
  oldCode: string;
  newCode: string;
  description: string;
  testStatus?: string;
  testResults?: unknown;
  /** Whoever did it, if that is somebody else. */
  appliedBy?: string;
  /** Whether the error is resolved by it. */
  resolves?: boolean;
}

export function correctionRow(correction: Correction, error: ErrorLogRow, context: CommandContext): CorrectionRow {
  const { id, filePath, oldCode, newCode, description, testStatus = '', testResults = null } = correction;
  const appliedBy = correction.appliedBy ?? '';
  return {
    id,
    error_id: error.id,
    file_path: filePath,
    old_code: oldCode,
    new_code: newCode,
    description,
    applied_by: appliedBy === '' ? context.author : appliedBy,
    applied_at: context.now,
    test_status: testStatus,
    test_results: testResults,
  };
}

/** What a correction changes about the ticket of its error; null without one. */
export function noteCorrection(
  scope: TicketScope | null,
  { filePath, description }: Correction,
  context: CommandContext,
): CommandResult {
  if (!scope) return UNCHANGED;
  return changes({
    tickets: [{ ...scope.ticket, updated_at: context.now }],
    history: [noted(scope.ticket, 'correction', [filePath, description], context)],
  });
}
