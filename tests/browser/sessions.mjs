// What is served in each session, and what is checked on it beside the pages.
import {rmSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, run} from './session.mjs';
import * as hostile from './hostile.mjs';
import * as tasks from './tasks.mjs';

const kExamples = fileURLToPath(new URL('../../examples/', import.meta.url));
const kEveryLook = ['clean', 'accessible', 'widths', 'printed', 'without_script', 'focus', 'data'];

function fresh(folder) {
  const work = path.join(folder, 'work');
  rmSync(work, {recursive: true, force: true});
  mkdirSync(work, {recursive: true});
  return work;
}

function add(program, work, ...args) {
  const added = run(program, work, 'add', '--quiet', '--record', 'readout.db', ...args);
  expect(added.code === 0 || added.code === 1, 'add ended with', added.code, added.err);
}

export const sessions = {
  // The invented pile of examples/.
  example: {
    looks: kEveryLook,
    tasks: tasks.example,
    set: (program, folder) => {
      const work = fresh(folder);
      add(program, work, '--offices', path.join(kExamples, 'offices.tsv'), path.join(kExamples, 'pile'));
      return {folder: work, record: 'readout.db', options: ['--author', 'Ada Marlow'], words: 'fishing', statement: '/statement/103:1921',
              quotation: 'the importance of the work of the Sound Commission and the need for their deputies to meet in April'};
    },
  },
  // Names and texts that want to be markup, scripts, templates and addresses.
  hostile: {
    looks: ['clean'],
    tasks: hostile.tasks,
    set: (program, folder) => {
      const work = fresh(folder);
      add(program, work, ...hostile.lay_out(work));
      return {folder: work, record: 'readout.db', words: 'ferry', quotation: hostile.kQuotation};
    },
  },
  // 100,000 documents (bench/large.h), made before.
  large: {
    looks: ['clean', 'accessible', 'widths', 'without_script', 'data'],
    tasks: tasks.large,
    set: (program, folder, record) =>
      ({folder: path.dirname(record), record, source: '/source/000010', statement: '/statement/000010:105-274',
       words: 'harbour', quotation: 'the ferry will sail in the morning'}),
  },
};
