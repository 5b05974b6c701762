/** npm's `mcp-proxy` in front of a program on stdio: run in this process, so that its CPU time can be asked for. */
import { pathToFileURL } from 'node:url';

const { BENCH_MCP_PROXY: program, BENCH_PROGRAM: behind, PORT: port } = process.env;
const options = ['--host', '127.0.0.1', '--port', port, '--server', 'stream', '--no-eventStore'];
process.argv = [process.execPath, program, ...options, '--', process.execPath, behind];
await import(pathToFileURL(program).href);
