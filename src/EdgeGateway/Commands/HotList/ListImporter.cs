using System.Security.Cryptography;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.HotList;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Commands.HotList;

/// <summary>
/// Takes signed lists out of a folder, for gateways without a link: the envelope is that of a command (contract section 6), its command is
/// <c>hotlist.import</c>, and it names the hash of the file. A list whose envelope is as old as the last one that was taken, or older,
/// was there before: it is refused as replayed, so that nobody brings an old list back.
/// </summary>
public sealed class ListImporter(
    IListFiles files, CommandJudge judge, CommandClock clock, HotListClerk clerk, HotListAudit audit, HotListSettings settings, string gateway, TimeProvider time, ILogger<ListImporter> log)
{
    private const string Standard = "@" + HotListOrigins.StandardList;

    /// <summary>Between two looks into the folder.</summary>
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    /// <summary>Looks until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await LookAsync(stop).ConfigureAwait(false);
            await Task.Delay(s_look, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes everything that waits now.</summary>
    public async Task LookAsync(CancellationToken stop)
    {
        foreach (var (name, envelope) in files.Offers())
        {
            try
            {
                await TakeAsync(name, envelope, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(string name, byte[] envelope, CancellationToken stop)
    {
        var result = await JudgeAsync(name, envelope, stop).ConfigureAwait(false);
        ListImporterLog.Answered(log, name, result.State, result.Reason, result.Taken, result.Refused);
        result = result with { At = time.GetUtcNow(), Gateway = gateway, Envelope = Convert.ToHexStringLower(SHA256.HashData(envelope)) };
        files.Answer(name, envelope, result.ToBytes());
    }

    private async Task<ImportResult> JudgeAsync(string name, byte[] envelope, CancellationToken stop)
    {
        var verdict = judge.Judge(CommandTargets.Gateway, envelope);
        var actor = new HotListActor(ListOrder.CommandName, verdict.Case.Id, verdict.Case.Issuer, verdict.Case.KeyId, name.Length <= 128 ? name : name[..128]);
        var order = verdict.Command is { } command ? ListOrder.Of(command) : null;
        string? whyNot = verdict.Fault ?? WhyNot(verdict.Command!, order);
        if (whyNot is not null)
        {
            await audit.FileRefusedAsync(actor, order?.Origin ?? Standard, whyNot).ConfigureAwait(false);
            return Result("refused", whyNot, order);
        }

        return await ImportAsync(name, order!, actor with { What = "hotlist." + order!.Mode }, verdict.Command!.IssuedAt, stop).ConfigureAwait(false);
    }

    private string? WhyNot(Command command, ListOrder? order)
    {
        if (command.Name != ListOrder.CommandName)
        {
            return CommandFaults.UnknownCommand;
        }

        var oldest = command.IssuedAt > DateTimeOffset.MaxValue - settings.ImportMaxAge ? DateTimeOffset.MaxValue : command.IssuedAt + settings.ImportMaxAge;
        return order is null ? HotListArguments.Bad
            : order.Gateway is { } other && other != gateway ? CommandFaults.ForeignDevice
            : clock.WhyNot(command.IssuedAt, command.NotAfter < oldest ? command.NotAfter : oldest)
            ?? (command.IssuedAt <= clerk.StampOf(order.Origin) ? CommandFaults.Replayed : null);
    }

    private async Task<ImportResult> ImportAsync(string name, ListOrder order, HotListActor actor, DateTimeOffset issued, CancellationToken stop)
    {
        try
        {
            var file = files.Open(name);
            await using (file.ConfigureAwait(false))
            {
                var result = await new ListImport(clerk, order, actor, issued).RunAsync(file, stop).ConfigureAwait(false);
                if (result.Reason is { } reason)
                {
                    await audit.FileRefusedAsync(actor, order.Origin, reason).ConfigureAwait(false);
                }

                return result;
            }
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // Of everything else, a bug, too: it costs one list and not the importer.
            ListImporterLog.Failed(log, name, failed);
            string reason = failed is IOException ? "file-not-readable" : failed is StoreRefusedException ? HotListArguments.Disk : "importer-failed";
            await audit.FailedAsync(actor, order.Origin, reason).ConfigureAwait(false);
            return Result("failed", reason, order);
        }
    }

    private static ImportResult Result(string state, string reason, ListOrder? order) =>
        new() { State = state, Reason = reason, List = order?.Origin, Mode = order?.Mode, Gateway = string.Empty };
}
