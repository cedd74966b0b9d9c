import { array, number, object, optional, parse, string, type InferOutput } from 'valibot';
import { buildFolder } from './build.ts';
import { packageBin } from './package-bin.ts';
import { runProcess } from './run-process.ts';

/** A warning that is known and right to ignore. One that no longer comes has to be removed from here. */
interface Explained {
  code: string;
  file: RegExp;
  because: string;
}

const EXPLAINED: Explained[] = [
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    because: 'Vigie is made for Firefox on computers; the desktop has the key since version 140',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\//,
    because: 'preact can assign innerHTML for dangerouslySetInnerHTML, which the lint of this project forbids to use',
  },
];

const MESSAGE = object({
  code: string(),
  message: string(),
  file: optional(string(), ''),
  line: optional(number(), 0),
});
const REPORT = object({ errors: array(MESSAGE), warnings: array(MESSAGE) });

type LintReport = InferOutput<typeof REPORT>;

/** What keeps the Firefox build from passing; empty when it passes. */
export function complaints(report: LintReport, explained: Explained[]): string[] {
  const matches = (warning: LintReport['warnings'][number], { code, file }: Explained) =>
    warning.code === code && file.test(warning.file);
  const show = (kind: string, { code, message, file, line }: LintReport['errors'][number]) =>
    `${kind} ${code}: ${message} (${file}:${line})`;
  return [
    ...report.errors.map((error) => show('error', error)),
    ...report.warnings
      .filter((warning) => !explained.some((item) => matches(warning, item)))
      .map((warning) => show('unexplained warning', warning)),
    ...explained
      .filter((item) => !report.warnings.some((warning) => matches(warning, item)))
      .map(
        ({ code, file }) => `the explanation of ${code} in ${file} is no longer needed: remove it from addon-lint.ts`,
      ),
  ];
}

if (import.meta.main) {
  const args = [packageBin('addons-linter'), '--output', 'json', buildFolder('firefox')];
  const { stdout } = await runProcess(process.execPath, args);
  const problems = complaints(parse(REPORT, JSON.parse(stdout)), EXPLAINED);
  for (const problem of problems) console.error(problem);
  console.log(problems.length === 0 ? 'The add-on lint has nothing to say that is not explained.' : '');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
