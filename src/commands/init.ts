import { parseArgs } from 'node:util';
import { initialise } from '../agencies/index.ts';
import { type Command, UsageError } from './command.ts';

export const init: Command = {
  name: 'init',
  summary: 'set up an empty installation: the agency and its first administrator',
  usage: `init --agency CODE --name NAME --admin LOGIN --admin-name NAME [--json]

  --agency CODE      short code of the agency, e.g. SLJT
  --name NAME        full name, e.g. 示例市交通运输局
  --admin LOGIN      sign-in name of the first administrator
  --admin-name NAME  the administrator's name
  --json             print one JSON document

The generated password is shown once and must be changed at the first sign-in.`,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        agency: { type: 'string' },
        name: { type: 'string' },
        admin: { type: 'string' },
        'admin-name': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const { agency, name, admin } = values;
    if (!agency || !name || !admin) throw new UsageError('--agency, --name and --admin are needed');
    const services = await io.openServices();
    try {
      const { password } = await initialise(services, {
        agency: { code: agency, name },
        administrator: { login: admin, name: values['admin-name'] ?? admin },
      });
      io.stdout.write(
        values.json
          ? `${JSON.stringify({ agency, login: admin, password, logKey: services.logKey.vkey })}\n`
          : `${name} (${agency})\n管理员 administrator  ${admin}\n初始密码 password     ${password}\n公开日志公钥 log key  ${services.logKey.vkey}\n\n下一步 next: zhaogao serve\n`,
      );
      return 0;
    } finally {
      await services.close();
    }
  },
};
