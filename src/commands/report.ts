import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { agencyByCode } from '../agencies/index.ts';
import { REPORT_FORMS, type ReportForm, reportDocx, reportPage, yearlyReport } from '../reports/index.ts';
import { type Command, UsageError } from './command.ts';

const FORMATS = ['json', 'html', 'docx'] as const;
type Format = (typeof FORMATS)[number];

export const report: Command = {
  name: 'report',
  summary: 'the yearly report of an agency, counted from the records and the log',
  usage: `report --agency CODE --year Y [--form 2014] [--format json|html|docx] [-o FILE]

  --agency CODE   code of the agency, e.g. SLJT
  --year Y        calendar year
  --form FORM     form of the report: ${REPORT_FORMS.join(', ')} (default 2014)
  --format F      json (default), html or docx; docx needs -o
  --json          the same as --format json
  -o, --output    file to write; left out: standard output`,
  async run(args, io) {
    const asked = readArguments(args);
    const services = await io.openServices();
    try {
      const agency = await agencyByCode(services.database.read, asked.agency);
      const { year, form } = asked;
      const made = await yearlyReport(services, { agencyId: agency.id, year, form });
      const content =
        asked.format === 'json'
          ? `${JSON.stringify(made, null, 2)}\n`
          : asked.format === 'html'
            ? reportPage(made, 'zh')
            : await reportDocx(made);
      if (asked.output) writeFileSync(asked.output, content);
      else io.stdout.write(content);
      return 0;
    } finally {
      await services.close();
    }
  },
};

/** @throws UsageError for anything that is missing or not of its kind */
function readArguments(args: string[]): {
  agency: string;
  year: number;
  form: ReportForm;
  format: Format;
  output: string | undefined;
} {
  const { values } = parseArgs({
    args,
    options: {
      agency: { type: 'string' },
      year: { type: 'string' },
      form: { type: 'string', default: '2014' },
      format: { type: 'string' },
      json: { type: 'boolean' },
      output: { type: 'string', short: 'o' },
    },
  });
  const { agency, form, output } = values;
  const format = values.format ?? 'json';
  if (!agency) throw new UsageError('--agency is needed');
  if (!/^(19[4-9]\d|2\d{3})$/.test(values.year ?? ''))
    throw new UsageError('--year must be a year, e.g. 2014');
  if (!REPORT_FORMS.some((one) => one === form)) throw new UsageError(`unknown form: ${form}`);
  if (!FORMATS.some((one) => one === format)) throw new UsageError(`unknown format: ${format}`);
  if (values.json && format !== 'json') throw new UsageError('--json and --format contradict each other');
  if (format === 'docx' && !output) throw new UsageError('a docx needs -o FILE');
  return { agency, year: Number(values.year), form: form as ReportForm, format: format as Format, output };
}
