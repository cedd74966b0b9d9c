/** See setup.mjs, which has to run before TypeScript can. */
export function setUpAndRun(program: string, args: string[]): Promise<void>;
export function refuseOldNode(version: string): void;
export function ensurePackages(root: string): Promise<void>;
export function packagesMatch(root: string): boolean;
export function explainNpm(output: string): string;
