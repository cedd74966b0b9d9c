import { deterministicId } from './ids.ts';

export function signatureStateId(project: string, signature: string): string {
  return deterministicId('state', project, signature);
}
