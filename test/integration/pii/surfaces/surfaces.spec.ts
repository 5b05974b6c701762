import type { Planting } from './leaks.js';
import { plantTexts } from './plant.js';
import { Seeded } from './seeded.js';
import { allSurfaces, type Surface } from './surfaces.js';
import { openTheatre, type Theatre } from './theatre.js';

/** Another one plants other values at other positions. */
const SEED = Number(process.env['SURFACE_SEED'] ?? 20_261_125);
const AT_LEAST = 20_000;
const IN_A_MESSAGE = 60;
/** Where each text is a request of its own. */
const ONE_BY_ONE = 40;
const IN_LISTS = 60;

const chance = new Seeded(SEED);
const declared = plantTexts(chance, IN_LISTS);
const surfaces = allSurfaces(declared.plantings);
const slow = surfaces.filter(([name]) => isOneByOne(name)).length;
const perSurface = Math.ceil((AT_LEAST - slow * ONE_BY_ONE) / (surfaces.length - slow));

function isOneByOne(name: string): boolean {
  return /^(?:answers of a model|arguments of a prompt|begun|variables|query)/.test(name);
}

/** What leaked, so that one sees where to look: never a value of anybody, they are all made up. */
function describeLeaks(leaks: readonly Planting[]): string[] {
  return leaks
    .slice(0, 5)
    .map(({ shape, value, written }) => `${value.label} as ${shape}: ${JSON.stringify(written)}`);
}

describe(`personal data on every surface (SURFACE_SEED=${SEED})`, () => {
  let theatre: Theatre;
  let planted = 0;

  beforeAll(async () => {
    theatre = await openTheatre(declared.texts);
  });
  afterAll(async () => {
    console.log(`${planted} plantings on ${surfaces.length} surfaces, SURFACE_SEED=${SEED}`);
    await theatre?.close();
  });
  afterEach(() => {
    theatre.enforcer.isBlindTo = () => false;
    theatre.policies.activate(undefined);
  });

  /** As many messages as it takes. */
  async function play(surface: Surface, count: number): Promise<{ planted: number; leaks: Planting[] }> {
    const leaks: Planting[] = [];
    let sent = 0;
    while (sent < count) {
      const result = await surface(theatre, chance, Math.min(IN_A_MESSAGE, count - sent));
      leaks.push(...result.leaks);
      sent += result.planted;
    }
    return { planted: sent, leaks };
  }

  it.each(surfaces)('%s: nothing leaks', async (name, surface) => {
    const result = await play(surface, isOneByOne(name) ? ONE_BY_ONE : perSurface);
    planted += result.planted;
    expect(describeLeaks(result.leaks)).toEqual([]);
  });

  it(`has planted at least ${AT_LEAST} values`, () => {
    expect(planted).toBeGreaterThanOrEqual(AT_LEAST);
  });

  it.each(surfaces)('%s: when its protection is switched off, that is noticed', async (name, surface) => {
    theatre.enforcer.isBlindTo = () => true;
    // Lists are protected once for each version of a policy: those of another version meet the switch.
    theatre.policies.activate({ version: name, rules: [] });
    expect((await play(surface, 12)).leaks.length).toBeGreaterThan(0);
  });
});
