using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Takes dispositions (plate-camera.md sections 2.9 and 8): one status an object, 0 only when it is on disk and matched against.</summary>
public sealed class DispositionDesk(IHotListDesk desk, LibraryPlace place, DriverContext context)
{
    private const string NotStored = "not-stored";

    /// <summary>One body takes no longer than this to commit.</summary>
    private const int MostObjects = 1000;

    /// <summary>Withdraws what an address names.</summary>
    public async ValueTask<IReadOnlyList<ViidStatus>> WithdrawAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        bool safe = await TryAsync(() => desk.RemoveAsync(context.Device, ids, ct)).ConfigureAwait(false);
        return [.. ids.Select(id => Status(id, safe ? null : NotStored))];
    }

    /// <returns>One status an object, in their order; null, with the reason, when the body has none that can be read.</returns>
    public async ValueTask<(IReadOnlyList<ViidStatus>? Statuses, string? Fault)> TakeAsync(ReadOnlyMemory<byte> body, string? charset, CancellationToken ct)
    {
        if (ViidDocument.Read(body, charset, out string? fault) is not { } document)
        {
            return (null, fault);
        }

        var dispositions = ViidDisposition.Read(document);
        if (dispositions.Count is 0 or > MostObjects)
        {
            return (null, dispositions.Count == 0 ? ViidFaults.UnknownObject : ViidFaults.TooLarge);
        }

        var now = context.Time.GetUtcNow();
        List<DispositionVerdict> verdicts = [.. dispositions.Select(one => ViidLibraryMapping.Judge(one, place, now))];
        var statuses = await CarryOutAsync(verdicts, ct).ConfigureAwait(false);
        Log(verdicts, statuses);
        return (statuses, null);
    }

    /// <summary>In their order, so that what is set and withdrawn in one body is withdrawn; neighbours of one sort in one commit.</summary>
    private async ValueTask<IReadOnlyList<ViidStatus>> CarryOutAsync(IReadOnlyList<DispositionVerdict> verdicts, CancellationToken ct)
    {
        var statuses = new List<ViidStatus>(verdicts.Count);
        for (int at = 0; at < verdicts.Count;)
        {
            int end = at + 1;
            while (end < verdicts.Count && Same(verdicts[at], verdicts[end]))
            {
                end++;
            }

            var run = verdicts.Skip(at).Take(end - at).ToList();
            statuses.AddRange(run[0].Entry is not null ? await PutAsync(run, ct).ConfigureAwait(false) : await RemoveAsync(run, ct).ConfigureAwait(false));
            at = end;
        }

        return statuses;
    }

    private void Log(List<DispositionVerdict> verdicts, IReadOnlyList<ViidStatus> statuses)
    {
        int refused = statuses.Count(status => !status.IsOk);
        int withdrawn = verdicts.Where((one, i) => one.Withdraw && statuses[i].IsOk).Count();
        LibraryLog.Dispositions(context.Log, context.Device, statuses.Count - refused - withdrawn, withdrawn, refused);
    }

    private static bool Same(DispositionVerdict one, DispositionVerdict other) => (one.Entry is null) == (other.Entry is null) && one.Withdraw == other.Withdraw;

    private async ValueTask<IEnumerable<ViidStatus>> PutAsync(List<DispositionVerdict> run, CancellationToken ct)
    {
        List<HotListEntry> entries = [.. run.Select(one => one.Entry!)];
        IReadOnlyList<HotListVerdict> told = [];
        bool safe = await TryAsync(async () => told = await desk.PutAsync(context.Device, entries, ct).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. run.Select((one, i) => Status(one.Id, !safe ? NotStored : i < told.Count ? told[i].Refusal : NotStored))];
    }

    private async ValueTask<IEnumerable<ViidStatus>> RemoveAsync(List<DispositionVerdict> run, CancellationToken ct)
    {
        List<string> ids = [.. run.Where(one => one.Withdraw).Select(one => one.Id)];
        bool safe = ids.Count == 0 || await TryAsync(() => desk.RemoveAsync(context.Device, ids, ct)).ConfigureAwait(false);
        return [.. run.Select(one => Status(one.Id, safe ? one.Refusal : NotStored))];
    }

    private static async ValueTask<bool> TryAsync(Func<ValueTask> work)
    {
        try
        {
            await work().ConfigureAwait(false);
            return true;
        }
        catch (StoreRefusedException)
        {
            return false;
        }
    }

    private ViidStatus Status(string id, string? refusal)
    {
        if (refusal is not null)
        {
            context.Watch.Fault(refusal == NotStored ? FaultKind.Busy : FaultKind.Garbled, "disposition-" + refusal);
        }

        return new ViidStatus
        {
            Id = id,
            RequestUrl = DispositionRequest.Root,
            Code = refusal switch
            {
                null => ViidStatusCodes.Ok,
                NotStored => ViidStatusCodes.Busy,
                "not-for-this-place" => ViidStatusCodes.InvalidOperation,
                _ => ViidStatusCodes.JsonContent,
            },
            Text = refusal,
            LocalTime = ViidTime.Write(context.Time.GetUtcNow(), context.Zone),
        };
    }
}
