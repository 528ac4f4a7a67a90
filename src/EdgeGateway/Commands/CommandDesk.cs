using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands;

/// <summary>Writes decisions and ends down, answers, and counts. What must be on disk is on disk when its calls complete.</summary>
public sealed class CommandDesk(
    CommandLedger ledger, CommandRecords records, ICommandReplies replies, FaultCounters counters, TimeProvider time, ILogger<CommandDesk> log)
{
    private const string Area = "commands";

    /// <summary>Between two tries to write an end onto a disk that refuses.</summary>
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5);

    /// <summary>Refused, and the id stays free: it was not a key that may order this which used it, or it is not its time.</summary>
    public async Task RefuseAsync(CommandCase one, string reason, CommandReplyTo? to)
    {
        var refused = Count(one, reason);
        try
        {
            await records.TellAsync(CommandRecords.Decided, refused).ConfigureAwait(false);
        }
        catch (StoreRefusedException full)
        {
            CommandLog.NotWritten(log, one.Id, full);
        }

        Reply(refused, to);
    }

    /// <summary>Refused unproven; a line of the audit trail stands for the first, for ten, for a hundred.</summary>
    public async Task RefuseFloodAsync(CommandCase one, CommandReplyTo? to)
    {
        long count = counters.Count(Area, CommandFaults.Rate);
        var refused = one.Refused(CommandFaults.Rate);
        if (CommandLog.IsWorthALine(count))
        {
            CommandLog.Refused(log, CommandFaults.Rate, count);
            await TryAuditAsync(CommandRecords.Flood, refused, count).ConfigureAwait(false);
        }

        // After a link comes back the broker may bring many again: what was accepted is not to look refused.
        if (one.Id is null || ledger.Find(one.Id) is null)
        {
            Reply(refused, to);
        }
    }

    /// <summary>The first answer again.</summary>
    public async Task RepeatAsync(CommandCase first, CommandReplyTo? to)
    {
        counters.Count(Area, "repeated");
        await TryAuditAsync(CommandRecords.Repeated, first, null).ConfigureAwait(false);
        Reply(first, to);
    }

    /// <summary>Refused by somebody's choice on this gateway: the id is used up.</summary>
    public async Task EnterRefusedAsync(CommandCase one, string reason, CommandReplyTo? to)
    {
        var refused = Count(one, reason);
        if (await TryEnterAsync(refused, to).ConfigureAwait(false))
        {
            await TellAsync(CommandRecords.Decided, refused, CancellationToken.None, once: true).ConfigureAwait(false);
            Reply(refused, to);
        }
    }

    /// <returns>False when it could not be written down and was refused instead.</returns>
    public async Task<bool> EnterAcceptedAsync(CommandCase one, CommandReplyTo? to)
    {
        if (!await TryEnterAsync(one, to).ConfigureAwait(false))
        {
            return false;
        }

        try
        {
            await records.TellAsync(CommandRecords.Decided, one).ConfigureAwait(false);
        }
        catch (StoreRefusedException full)
        {
            // No order without its line in the audit trail.
            CommandLog.NotWritten(log, one.Id, full);
            var refused = Count(one, CommandFaults.Busy);
            _ = await TryUpdateAsync(refused).ConfigureAwait(false);
            await TellAsync(CommandRecords.Ended, refused, CancellationToken.None, once: true).ConfigureAwait(false);
            Reply(refused, to);
            return false;
        }

        CommandLog.Accepted(log, one.Id!, one.Name!, one.Device!, one.KeyId!);
        Reply(one, to);
        return true;
    }

    /// <summary>Writes an end down, answers, and keeps trying while the disk refuses; what <paramref name="stop"/> cuts off, the next start tells.</summary>
    public async Task EndAsync(CommandCase ended, CommandReplyTo? to, CancellationToken stop)
    {
        // The ledger first: an answer that is out must be the answer after a crash, too.
        bool written = await TryUpdateAsync(ended).ConfigureAwait(false);
        Reply(ended, to);
        CommandLog.Ended(log, ended.Id, ended.Name, ended.Device, CommandWords.Of(ended.State), ended.Reason ?? string.Empty);
        while (!written && !stop.IsCancellationRequested)
        {
            await Task.Delay(s_again, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            written = await TryUpdateAsync(ended).ConfigureAwait(false);
        }

        await TellAsync(CommandRecords.Ended, ended, stop, once: false).ConfigureAwait(false);
    }

    private async Task<bool> TryEnterAsync(CommandCase one, CommandReplyTo? to)
    {
        try
        {
            if (await ledger.TryEnterAsync(one).ConfigureAwait(false))
            {
                return true;
            }
        }
        catch (StoreRefusedException full)
        {
            CommandLog.NotWritten(log, one.Id, full);
        }

        await RefuseAsync(one, CommandFaults.Busy, to).ConfigureAwait(false);
        return false;
    }

    private async Task TellAsync(string what, CommandCase one, CancellationToken stop, bool once)
    {
        while (!await TryTellAsync(what, one).ConfigureAwait(false) && !once && !stop.IsCancellationRequested)
        {
            await Task.Delay(s_again, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TryTellAsync(string what, CommandCase one)
    {
        try
        {
            await records.TellAsync(what, one).ConfigureAwait(false);
            await ledger.UpdateAsync(one with { Told = true }).ConfigureAwait(false);
            return true;
        }
        catch (StoreRefusedException full)
        {
            CommandLog.NotWritten(log, one.Id, full);
            return false;
        }
    }

    private async Task<bool> TryUpdateAsync(CommandCase one)
    {
        try
        {
            await ledger.UpdateAsync(one).ConfigureAwait(false);
            return true;
        }
        catch (StoreRefusedException full)
        {
            CommandLog.NotWritten(log, one.Id, full);
            return false;
        }
    }

    private async Task TryAuditAsync(string what, CommandCase one, long? count)
    {
        try
        {
            await records.AuditAsync(what, one, count).ConfigureAwait(false);
        }
        catch (StoreRefusedException full)
        {
            CommandLog.NotWritten(log, one.Id, full);
        }
    }

    private CommandCase Count(CommandCase one, string reason)
    {
        long count = counters.Count(Area, reason);
        if (CommandLog.IsWorthALine(count))
        {
            CommandLog.Refused(log, reason, count);
        }

        return one.Refused(reason);
    }

    private void Reply(CommandCase one, CommandReplyTo? to) => replies.Send(new CommandReply(one.Answer, to));
}
