import { nice, ticks } from 'd3-array';
import { chartTexts } from '../../platform/texts/statistics.ts';
import { useTranslator } from '../shell/language.tsx';
import { Cell, Row, Table } from './table.tsx';

/** What is counted at each step: its name and one of the chart's colours, from 1 on. */
export interface Series {
  name: string;
  colour: number;
}

export interface Step {
  key: string;
  /** In the table, and below the bars where there is no shorter one. */
  label: string;
  short?: string;
  /** One for each series. */
  values: readonly number[];
}

interface BarChartProps {
  title: string;
  /** Names what the steps are, for the table: "Day". */
  stepName: string;
  series: readonly Series[];
  steps: readonly Step[];
  /** The bars of a step stand on each other instead of side by side. */
  stacked?: boolean;
}

const HEIGHT = 180;
/** Room above the highest line for half of its number. */
const TOP = 8;
/** Labels below the bars: more would run into each other. */
const LABELS = 5;
/** So few steps have a label each. */
const FEW = 8;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Bars over steps, with their numbers in a table that unfolds. The library knows round numbers; what is drawn is plain SVG. */
export function BarChart({ title, stepName, series, steps, stacked = false }: BarChartProps) {
  const { t, number } = useTranslator();
  const greatest = Math.max(1, ...steps.map(({ values }) => (stacked ? sum(values) : Math.max(0, ...values))));
  const [, limit] = nice(0, greatest, 4);
  const totals = series.map(({ name }, index) => {
    const total = sum(steps.map(({ values }) => values[index] ?? 0));
    return t(chartTexts.total, { name, total });
  });
  return (
    <figure class="chart">
      {series.length > 1 && <Legend series={series} />}
      <svg
        class="chart-plot"
        role="img"
        aria-label={t(chartTexts.summary, { title, totals: totals.join(', ') })}
        height={HEIGHT + TOP}
      >
        {ticks(0, limit, 4)
          .filter((value) => Number.isInteger(value))
          .map((value) => (
            <GridLine key={value} y={yOf(value, limit)} text={number(value)} />
          ))}
        {steps.map((step, index) => (
          <Bars
            key={step.key}
            step={step}
            series={series}
            limit={limit}
            stacked={stacked}
            place={{ index, of: steps.length }}
          />
        ))}
      </svg>
      <Axis steps={steps} />
      <details class="drawer">
        <summary>{t(chartTexts.table)}</summary>
        <Numbers title={title} stepName={stepName} series={series} steps={steps} />
      </details>
    </figure>
  );
}

function yOf(value: number, limit: number): number {
  return TOP + HEIGHT - (value / limit) * HEIGHT;
}

function GridLine({ y, text }: { y: number; text: string }) {
  return (
    <>
      <line class="chart-line" x1="0" x2="100%" y1={y} y2={y} />
      <text class="chart-number" x="-8" y={y + 4}>
        {text}
      </text>
    </>
  );
}

interface BarsProps {
  step: Step;
  series: readonly Series[];
  limit: number;
  stacked: boolean;
  place: { index: number; of: number };
}

function Bars({ step, series, limit, stacked, place }: BarsProps) {
  const { number } = useTranslator();
  const width = 100 / place.of;
  const gap = width * 0.2;
  const bar = stacked ? width - gap : (width - gap) / series.length;
  let below = 0;
  return (
    <g>
      <title>
        {[step.label, ...series.map(({ name }, index) => `${name} ${number(step.values[index] ?? 0)}`)].join('\n')}
      </title>
      {/* Catches the pointer above low bars too. */}
      <rect class="chart-step" x={`${width * place.index}%`} width={`${width}%`} y="0" height={HEIGHT + TOP} />
      {series.map(({ colour, name }, index) => {
        const value = step.values[index] ?? 0;
        const y = yOf(below + value, limit);
        const height = yOf(below, limit) - y;
        const x = width * place.index + gap / 2 + (stacked ? 0 : bar * index);
        if (stacked) below += value;
        return (
          <rect key={name} class="chart-bar" data-colour={colour} x={`${x}%`} width={`${bar}%`} y={y} height={height} />
        );
      })}
    </g>
  );
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul class="chart-legend">
      {series.map(({ name, colour }) => (
        <li key={name}>
          <span class="chart-swatch" data-colour={colour} />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** The label of every step, or of some where there are many, each where its bars begin. */
function Axis({ steps }: { steps: readonly Step[] }) {
  const every = steps.length <= FEW ? 1 : Math.ceil(steps.length / LABELS);
  const shown = steps.flatMap((step, index) => (index % every === 0 ? [{ ...step, index }] : []));
  const columns = { gridTemplateColumns: `repeat(${steps.length}, minmax(0, 1fr))` };
  return (
    <div class="chart-axis" data-some={every > 1 || undefined} aria-hidden="true" style={columns}>
      {shown.map(({ key, label, short = label, index }) => (
        <span key={key} style={{ gridColumn: `${index + 1} / span ${Math.min(every, steps.length - index)}` }}>
          {short}
        </span>
      ))}
    </div>
  );
}

function Numbers({ title, stepName, series, steps }: Pick<BarChartProps, 'title' | 'stepName' | 'series' | 'steps'>) {
  const { number } = useTranslator();
  const columns = [
    { key: 'step', title: stepName },
    ...series.map(({ name }) => ({ key: name, title: name, align: 'number' as const })),
  ];
  return (
    <div class="chart-table" tabIndex={0} role="group" aria-label={title}>
      <Table label={title} columns={columns}>
        {steps.map(({ key, label, values }) => (
          <Row key={key}>
            <Cell>{label}</Cell>
            {series.map(({ name }, index) => (
              <Cell key={name} kind="number" label={name}>
                {number(values[index] ?? 0)}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </div>
  );
}
