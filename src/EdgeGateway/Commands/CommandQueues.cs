using System.Collections.Concurrent;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Commands;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands;

/// <summary>
/// One queue for each target of a device, most devices being one, made when it is first needed: only for devices that exist and targets that their drivers
/// know, so strangers make none.
/// </summary>
public sealed class CommandQueues(
    CommandTargets targets, CommandClock clock, CommandDesk desk, CommandSettings settings, TimeProvider time, ILogger<CommandQueues> log) : IDisposable
{
    private const string Restarted = "gateway-restarted";

    private readonly Dictionary<(string Device, string Target), CommandQueue> _queues = [];
    private readonly ConcurrentBag<Task> _running = [];
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Whether one more command for its target may be accepted; called by the one who adds.</summary>
    public bool HasRoom(Command command) => !_queues.TryGetValue(Key(command), out var queue) || queue.HasRoom;

    public void Add(Command command, CommandCase one, CommandReplyTo? to)
    {
        var key = Key(command);
        if (!_queues.TryGetValue(key, out var queue))
        {
            var runner = new CommandRunner(targets, clock, settings, time, log);
            queue = _queues[key] = new CommandQueue(runner, (ended, replyTo) => desk.EndAsync(ended, replyTo, _stop.Token));
            _running.Add(queue.RunAsync(_stop.Token));
        }

        queue.Add(command, one, to);
    }

    /// <summary>
    /// What was accepted before a restart and has no end gets one: <c>unknown</c>. It is never executed again, because nobody
    /// can know how far it got. An end that was not told is told.
    /// </summary>
    public void Recover(IReadOnlyList<CommandCase> untold) => _running.Add(RecoverAsync(untold));

    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var queue in _queues.Values)
        {
            queue.Complete();
        }

        await Task.WhenAll(_running).ConfigureAwait(false);
    }

    public void Dispose() => _stop.Dispose();

    private (string Device, string Target) Key(Command command) => (command.Device, targets.TargetOf(command));

    private async Task RecoverAsync(IReadOnlyList<CommandCase> untold)
    {
        foreach (var one in untold)
        {
            var ended = one;
            if (one.State == CommandState.Accepted)
            {
                CommandLog.Interrupted(log, one.Id, one.Name, one.Device);
                ended = one with { State = CommandState.Unknown, Reason = Restarted, FinishedAt = clock.Now };
            }

            await desk.EndAsync(ended, null, _stop.Token).ConfigureAwait(false);
        }
    }
}
