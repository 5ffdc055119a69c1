// All browser tests, one after the other, in one Chromium.

import test from 'node:test';
import {browser} from './browser.mjs';

await import('./checks.test.mjs');
await import('./behaviour.test.mjs');
await import('./hosts.test.mjs');
await import('./questions.test.mjs');
await import('./states.test.mjs');
test('the browser ends', () => browser.close());
