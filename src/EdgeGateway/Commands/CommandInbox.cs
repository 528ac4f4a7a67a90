using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands;

/// <summary>
/// Where commands of the platform come in (contract section 6): checked, written down, answered, and handed to the queue of
/// their device. Decides one after the other; the executions go on beside each other.
/// </summary>
public sealed class CommandInbox(
    CommandJudge judge,
    CommandClock clock,
    CommandRate rate,
    CommandTargets targets,
    CommandLedger ledger,
    CommandDesk desk,
    CommandQueues queues,
    ILogger<CommandInbox> log) : IDisposable
{
    private readonly SemaphoreSlim _oneByOne = new(1);
    private bool _isOpen;

    /// <summary>Answers what a restart cut off, then opens. Call once, before the first message.</summary>
    public async Task StartAsync()
    {
        try
        {
            await ledger.BeginAsync().ConfigureAwait(false);
        }
        catch (StoreRefusedException refused)
        {
            // It holds for this process; the next start will vouch for less, not for more.
            CommandLog.LedgerNotBegun(log, refused);
        }

        queues.Recover(ledger.Untold());
        _isOpen = true;
    }

    /// <summary>Takes no more, ends what waits without beginning it, and gives what runs up. Call before the devices and the uplink stop.</summary>
    public async Task StopAsync()
    {
        await _oneByOne.WaitAsync().ConfigureAwait(false);
        _isOpen = false;
        _oneByOne.Release();
        await queues.StopAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Takes one message of <c>down/command/{dev}</c>. Returns when it may be acknowledged: the decision is on disk, or the
    /// disk refuses and the command was refused with it, or it is one of a flood and only counted. Never waits for an execution.
    /// </summary>
    /// <param name="deviceSegment">Last level of the topic.</param>
    /// <param name="envelope">Payload of the message; not needed after the return.</param>
    /// <param name="replyTo">What the message says about answers; null on MQTT 3.1.1.</param>
    /// <param name="ct">The link ended; nothing was decided.</param>
    /// <exception cref="OperationCanceledException">Not decided: do not acknowledge, the broker brings it again.</exception>
    public async Task TakeAsync(string deviceSegment, ReadOnlyMemory<byte> envelope, CommandReplyTo? replyTo, CancellationToken ct)
    {
        bool isFlood = !rate.TryTake();
        var verdict = isFlood ? new CommandVerdict(judge.Claims(envelope), null, CommandFaults.Rate) : judge.Judge(deviceSegment, envelope);
        await _oneByOne.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            if (!_isOpen)
            {
                throw new OperationCanceledException("The gateway takes no commands now.");
            }

            await DecideAsync(verdict, replyTo).ConfigureAwait(false);
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    private Task DecideAsync(CommandVerdict verdict, CommandReplyTo? to)
    {
        if (verdict.Fault == CommandFaults.Rate)
        {
            return desk.RefuseFloodAsync(verdict.Case, to);
        }

        if (verdict.Fault is not null || verdict.Command is not { } command)
        {
            return desk.RefuseAsync(verdict.Case, verdict.Fault ?? CommandFaults.Garbled, to);
        }

        return ledger.Find(command.Id) is { } first
            ? first.Digest == verdict.Case.Digest ? desk.RepeatAsync(first, to) : desk.RefuseAsync(verdict.Case, CommandFaults.Replayed, to)
            : DecideNewAsync(command, verdict.Case, to);
    }

    private async Task DecideNewAsync(Command command, CommandCase one, CommandReplyTo? to)
    {
        string? whyNot = clock.WhyNot(command.IssuedAt, one.Deadline)
            ?? (ledger.Vouches(command.IssuedAt, one.Deadline) ? null : CommandFaults.Replayed);
        if (whyNot is not null)
        {
            await desk.RefuseAsync(one, whyNot, to).ConfigureAwait(false);
        }
        else if (targets.WhyNot(command) is { } reason)
        {
            await desk.EnterRefusedAsync(one, reason, to).ConfigureAwait(false);
        }
        else if (!queues.HasRoom(command))
        {
            await desk.RefuseAsync(one, CommandFaults.Busy, to).ConfigureAwait(false);
        }
        else if (await desk.EnterAcceptedAsync(one, to).ConfigureAwait(false))
        {
            queues.Add(command, one, to);
        }
    }
}
