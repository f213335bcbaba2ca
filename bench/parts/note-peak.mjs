/** Loaded before a program (`--import`): leaves its peak memory in KB in the file that PEAK_FILE names. */
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));
