import { expect, it } from 'vitest';
import { read, repositoryFiles } from './files.ts';

it('workflows run actions of one commit each, and the same checks as everybody', () => {
  const workflows = repositoryFiles().filter((path) => path.startsWith('.github/workflows/'));
  expect(workflows).toHaveLength(2);
  for (const text of workflows.map(read)) {
    const used = text.match(/uses: .*/g) ?? [];
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((line) => !/@[\da-f]{40} # v\d/.test(line))).toEqual([]);
    expect(text).toContain('- run: .ci/run');
  }
});
