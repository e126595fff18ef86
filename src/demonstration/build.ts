export type DemoSignIn={login:string;password:string;title:string}; export async function buildDemonstration(..._:unknown[]):Promise<DemoSignIn[]>{throw new Error('temporary')}
