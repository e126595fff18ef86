import type {Command} from './command.ts'; export const importCommand: Command = {name:'import',summary:'',usage:'',run: async()=>2};
