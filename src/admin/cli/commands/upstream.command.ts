import { Command } from 'commander';
import type { INestApplicationContext } from '@nestjs/common';
import type { PinnedTool, ToolApproval, UpstreamSummary } from '../../../gateway/index.js';
import { table, type Answer } from '../output.js';
import { serve } from '../serve.js';
import { upstreamAddCommand, upstreamRemoveCommand } from './upstream-declare.command.js';
import { upstreamGrantsCommand, upstreamRevokeCommand } from './upstream-grants.command.js';

interface ApproveOptions {
  readonly all?: boolean;
}

/** Loaded by these commands alone: the others need no gateway. */
const gateway = () => import('../upstream-cli.module.js');
const withPins = async () => (await gateway()).UpstreamCliModule;

async function approvalOf(services: INestApplicationContext): Promise<ToolApproval> {
  return services.get((await gateway()).ToolApproval);
}

/** `upstream add|remove|list|tools|diff|approve|grants|revoke` */
export function upstreamCommand(): Command {
  const command = new Command('upstream').description(
    'MCP servers behind Gatehouse: which of their tools are approved, what changed since, and what people granted there',
  );
  command.addCommand(upstreamAddCommand());
  command.addCommand(upstreamRemoveCommand());
  command
    .command('list')
    .description('servers that UPSTREAMS_FILE declares to be relayed')
    .action(serve(async (services) => summary(await (await approvalOf(services)).upstreams()), withPins));
  command
    .command('tools')
    .description('tools of a server and their states')
    .argument('<upstream>')
    .action(
      serve(
        async (services, upstream: string) => listing(await (await approvalOf(services)).tools(upstream)),
        withPins,
      ),
    );
  command
    .command('diff')
    .description('what tools that wait for approval say otherwise than before')
    .argument('<upstream>')
    .argument('[tools...]', 'all that wait, unless named')
    .action(
      serve(async (services, upstream: string, names: string[]) => {
        const tools = await (await approvalOf(services)).tools(upstream);
        return await differences(tools.filter(({ name }) => names.length === 0 || names.includes(name)));
      }, withPins),
    );
  command.addCommand(approveCommand());
  command.addCommand(upstreamGrantsCommand());
  command.addCommand(upstreamRevokeCommand());
  return command;
}

function approveCommand(): Command {
  return new Command('approve')
    .description('let tools be listed and called as they are now')
    .argument('<upstream>')
    .argument('[tools...]')
    .option('--all', 'all that wait')
    .action(
      serve(async (services, upstream: string, names: string[], { all }: ApproveOptions) => {
        if (names.length === 0 && all !== true) throw new Error('Name the tools, or say --all');
        const approved = await (
          await approvalOf(services)
        ).approve(upstream, all === true ? undefined : names);
        return {
          json: { upstream, approved },
          text: approved.length === 0 ? 'Nothing waits' : `approved: ${approved.join(', ')}`,
        };
      }, withPins),
    );
}

function summary(upstreams: readonly UpstreamSummary[]): Answer {
  const rows = upstreams.map(({ upstream, way, approved, pending }) => [upstream, way, approved, pending]);
  return { json: upstreams, text: table(['upstream', 'by', 'approved', 'waiting'], rows) };
}

async function listing(tools: readonly PinnedTool[]): Promise<Answer> {
  const { visibleText } = await gateway();
  const rows = tools.map((tool) => [
    visibleText(tool.name),
    stateOf(tool),
    tool.approvedBy ?? '',
    since(tool),
  ]);
  const json = tools.map((tool) => ({
    name: visibleText(tool.name),
    state: stateOf(tool),
    approved_by: tool.approvedBy,
    since: since(tool),
  }));
  return { json, text: table(['tool', 'state', 'approved by', 'since'], rows) };
}

async function differences(tools: readonly PinnedTool[]): Promise<Answer> {
  const { diffOf, visibleText } = await gateway();
  const waiting = tools.filter(({ pending }) => pending !== null);
  const json = waiting.map(({ name, approved, pending }) => ({
    name: visibleText(name),
    changes: diffOf(approved, pending),
  }));
  const text = json.map(({ name, changes }) =>
    [
      name,
      ...changes.flatMap(({ path, before, after }) => [
        `  ${path || '/'}`,
        ...(before === undefined ? [] : [`    - ${before}`]),
        ...(after === undefined ? [] : [`    + ${after}`]),
      ]),
    ].join('\n'),
  );
  return { json, text: text.length === 0 ? 'Nothing waits' : text.join('\n\n') };
}

function stateOf({ approved, pending }: PinnedTool): 'approved' | 'changed' | 'new' {
  if (pending === null) return 'approved';
  return approved === null ? 'new' : 'changed';
}

function since({ pending, pendingSince, approvedAt }: PinnedTool): string {
  return (pending === null ? approvedAt : pendingSince)?.toISOString() ?? '';
}
