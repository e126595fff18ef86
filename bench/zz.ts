import { readFileSync } from 'node:fs';
import { openBrowser } from '../test/support/browser.ts';
const signIns = JSON.parse(readFileSync('/tmp/demo/demonstration-sign-ins.json','utf8'));
const who = process.argv[2]!; const s = signIns.find((x:any)=>x.login===who);
const b = await openBrowser(); const p = await b.newPage({viewport:{width:1366,height:860}});
p.on('console', m => m.type()==='error' && console.log('console', m.text().slice(0,300))); p.on('pageerror', e => console.log('pageerror', e.message));
await p.goto('http://127.0.0.1:18080/workbench/'); await p.waitForTimeout(1500); await p.screenshot({path:'/tmp/wb-signin.png'});
const inputs = p.locator('input'); console.log('inputs', await inputs.count());
await inputs.nth(0).fill(s.login); await inputs.nth(1).fill(s.password); await inputs.nth(1).press('Enter'); await p.waitForTimeout(2500);
console.log(p.url()); await p.screenshot({path:`/tmp/wb-${who}-queue.png`});
for (const path of process.argv.slice(3)) { await p.goto('http://127.0.0.1:18080/workbench'+path); await p.waitForTimeout(1500); await p.screenshot({path:`/tmp/wb-${who}-${path.replaceAll('/','_')}.png`}); }
await b.close(); process.exit(0);
