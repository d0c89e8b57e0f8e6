// The browser tests.
//
//   node run.mjs SESSION PROGRAM FOLDER [RECORD]   runs the checks of a session and writes FOLDER/results/CHECK
//   node run.mjs SESSION PROGRAM FOLDER RECORD WORD...   only those whose names hold one of the words
//   node run.mjs --list                            the names of all checks: what checks.txt must hold
//
// One server and one Chromium for a session. Ends with 0 where it ran, whatever the checks found, so that each is
// counted by itself.
import {chromiumOptions, expect, lacking, serve, Session} from './session.mjs';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {looks} from './looks.mjs';
import {pages} from './pages.mjs';
import {sessions} from './sessions.mjs';

function checks_of(name) {
  const checks = [];
  for (const entry of pages)
    for (const [look, check] of Object.entries(looks))
      if (sessions[name].looks.includes(look))
        checks.push({name: `${name}/${entry.name}/${look}`, run: session => check(session, entry)});
  for (const [task, check] of Object.entries(sessions[name].tasks))
    checks.push({name: `${name}/${task}`, run: check});
  return checks;
}

const every_check = () => Object.keys(sessions).flatMap(name => checks_of(name).map(each => each.name));

const result_file = (folder, check) => path.join(folder, 'results', check.replaceAll('/', '.'));

async function play(name, program, folder, record, words) {
  rmSync(path.join(folder, 'results'), {recursive: true, force: true});
  mkdirSync(path.join(folder, 'results'), {recursive: true});
  const checks = checks_of(name).filter(each => words.length === 0 || words.some(word => each.name.includes(word)));
  const note = (check, state, message = '', ms = 0) => {
    writeFileSync(result_file(folder, check.name), `${state}\n${message || `${ms} ms`}\n`);
    console.log(`${state.padEnd(8)}${check.name}${ms ? ` ${ms} ms` : ''}${message ? '\n        ' + message.split('\n').slice(0, 6).join('\n        ') : ''}`);
  };
  const why = lacking();
  if (why) return checks.forEach(check => note(check, 'skipped', why));
  const {chromium} = await import('playwright-core');
  const scene = await sessions[name].set(program, folder, record);
  const server = await serve(program, scene.record, scene.folder, ...(scene.options ?? []));
  const browser = await chromium.launch(chromiumOptions());
  const session = Object.assign(new Session(browser, server.address, folder, name), scene, {server, program});
  for (const check of checks) {
    const began = Date.now();
    try {
      await check.run(session);
      note(check, 'passed', '', Date.now() - began);
    } catch (error) {
      note(check, 'failed', String(error.stack ?? error), Date.now() - began);
    }
    await Promise.all(browser.contexts().map(context => context.close()));
  }
  await browser.close();
  expect(await server.stop() === 0, 'serve did not end well', server.said());
}

const [first, ...rest] = process.argv.slice(2);
if (first === '--list') {
  console.log(every_check().join('\n'));
} else if (sessions[first] && rest.length >= 2) {
  const [program, folder, record, ...words] = rest;
  const listed = readFileSync(new URL('checks.txt', import.meta.url), 'utf8').trim().split('\n');
  if (listed.join() !== every_check().join()) throw new Error('checks.txt is old: node run.mjs --list > checks.txt');
  await play(first, path.resolve(program), path.resolve(folder), record && path.resolve(record), words);
} else {
  console.error(readFileSync(new URL(import.meta.url), 'utf8').split('\n').slice(0, 8).join('\n'));
  process.exitCode = 2;
}
