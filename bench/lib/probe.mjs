/**
 * Loaded into every measured server by `--import`, so that all are asked in the same way. It answers `usage` with the
 * process's CPU time (all threads, microseconds) and memory (bytes); between `profile` and `profiled` it samples
 * where the main thread's time goes.
 */
const SAMPLE_MICROS = 250;
let session;

const answers = {
  usage() {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    return { cpuMicros: user + system, ...process.memoryUsage() };
  },
  async profile() {
    const { Session } = await import('node:inspector/promises');
    session = new Session();
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROS });
    await session.post('Profiler.start');
    return {};
  },
  async profiled() {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return profile;
  },
};

process.on('message', async (question) => {
  if (question in answers) process.send?.(await answers[question]());
});
process.channel?.unref();
