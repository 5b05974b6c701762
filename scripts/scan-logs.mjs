// Looks through everything the services of a test run wrote, with the detector itself: tests plant made-up personal data
// everywhere, and none of it may be in a log.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SHOWN = 20;

/** Scans every file of the folder. Prints one line of what was scanned, and where something was found. */
export async function scanLogs(folder) {
  const { PiiAnalyzer } = await import('../dist/security/index.js');
  const { ValueWalker } = await import('../dist/security/pii/structure/value-walker.js');
  const { isPublicAddress } = await import('../dist/security/fetch/public-address.js');
  const analyzer = new PiiAnalyzer();
  const findings = [];
  let lines = 0;
  const files = readdirSync(folder);
  for (const file of files) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      lines += 1;
      scanLine(
        line,
        (text, place) => {
          const target = place.path === '/target';
          const said = target ? idOf(text) : text;
          const found =
            target || place.label === '' ? analyzer.scan(said) : analyzer.scanLabelled(place.label, said);
          for (const { entityType, start, end } of found) {
            // Loopback, private and documentation addresses are machines of this test, not anybody's.
            if (entityType === 'IP_ADDRESS' && !isPublicAddress(said.slice(start, end))) continue;
            findings.push(
              `${entityType} at ${place.path || 'the top'} of ${file}: ${analyzer.mask(text).slice(0, 160)}`,
            );
          }
        },
        ValueWalker,
      );
    }
  }
  console.log(
    `Logs: ${lines} lines of ${files.length} files scanned, personal data found ${findings.length} times`,
  );
  const different = [...new Set(findings)];
  for (const finding of different.slice(0, SHOWN)) console.log(`  ${finding}`);
  return findings.length;
}

/** Targets are `type:id`, and the type is no label of the id. */
function idOf(target) {
  return target.slice(target.indexOf(':') + 1);
}

/** JSON lines are read as what they say, with names as context; other lines as text. */
function scanLine(line, look, ValueWalker) {
  const visitor = {
    text: (text, place) => (look(text, place), text),
    key: (name, place) => (look(name, { ...place, label: '' }), { name, shown: name }),
    isFieldRoot: () => false,
  };
  new ValueWalker(visitor).walk(line);
}
