using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Commands.HotList;

/// <summary>Carries out one signed list whose envelope is good: one JSON object a line.</summary>
internal sealed class ListImport(HotListClerk clerk, ListOrder order, HotListActor actor, DateTimeOffset issued)
{
    /// <summary>Entries that one file may add or withdraw; longer lists are replaced.</summary>
    private const int ChangesMost = 20_000;

    private const int LinesMost = 1_000;

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 4 };

    private readonly List<RefusedLine> _refused = [];
    private long _refusedCount;

    /// <returns>What became of it, without gateway, time and envelope.</returns>
    /// <exception cref="IOException">The file does not read.</exception>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk of the store refuses; nothing is changed.</exception>
    public async Task<ImportResult> RunAsync(Stream file, CancellationToken ct)
    {
        using var lines = new ListLines(file);
        return order.Mode == ListOrder.Replace ? await ReplaceAsync(lines, ct).ConfigureAwait(false) : await ChangeAsync(lines, ct).ConfigureAwait(false);
    }

    private async Task<ImportResult> ReplaceAsync(ListLines lines, CancellationToken ct)
    {
        using var list = await clerk.BeginAsync(order.Origin, ct).ConfigureAwait(false);
        while (await lines.NextAsync(ct).ConfigureAwait(false) is { } line)
        {
            Note(lines.Number, list.Add(Entry(line)));
        }

        if (lines.Sha256() != order.Sha256)
        {
            return Refused(HotListFaults.Digest);
        }

        return Done(await clerk.TakeAsync(actor, list, issued, ct).ConfigureAwait(false));
    }

    private async Task<ImportResult> ChangeAsync(ListLines lines, CancellationToken ct)
    {
        var entries = new List<HotListEntry?>();
        while (await lines.NextAsync(ct).ConfigureAwait(false) is { } line)
        {
            if (entries.Count == ChangesMost)
            {
                return Refused(HotListFaults.TooLong);
            }

            entries.Add(Entry(line));
        }

        return lines.Sha256() != order.Sha256 ? Refused(HotListFaults.Digest)
            : order.Mode == ListOrder.Put ? await PutAsync(entries, ct).ConfigureAwait(false)
            : await RemoveAsync(entries, ct).ConfigureAwait(false);
    }

    private async Task<ImportResult> PutAsync(List<HotListEntry?> entries, CancellationToken ct)
    {
        var verdicts = await clerk.PutAsync(actor, order.Origin, entries, issued, ct).ConfigureAwait(false);
        for (int i = 0; i < verdicts.Count; i++)
        {
            Note(i + 1, verdicts[i]);
        }

        return Done(verdicts.Count - _refusedCount);
    }

    private async Task<ImportResult> RemoveAsync(List<HotListEntry?> entries, CancellationToken ct)
    {
        for (int i = 0; i < entries.Count; i++)
        {
            Note(i + 1, new HotListVerdict(entries[i]?.Id ?? string.Empty, entries[i] is null ? HotListFaults.Garbled : entries[i]!.Id.Length is 0 or > 64 ? HotListFaults.NoId : null));
        }

        string[] ids = [.. entries.Select(static entry => entry?.Id).OfType<string>().Where(static id => id.Length is > 0 and <= 64)];
        return Done(await clerk.RemoveAsync(actor, order.Origin, ids, issued, ct).ConfigureAwait(false));
    }

    private void Note(long line, HotListVerdict verdict)
    {
        if (verdict.Refusal is not { } reason)
        {
            return;
        }

        _refusedCount++;
        if (_refused.Count < LinesMost)
        {
            _refused.Add(new RefusedLine(line, verdict.Id.Length <= 64 ? verdict.Id : verdict.Id[..64], reason));
        }
    }

    private static HotListEntry? Entry(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, s_options);
            return HotListJson.Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private ImportResult Done(long taken) => Result("done", null) with { Taken = taken, Refused = _refusedCount, Lines = _refused.Count == 0 ? null : _refused };

    private ImportResult Refused(string reason) => Result("refused", reason);

    private ImportResult Result(string state, string? reason) => new() { State = state, Reason = reason, List = order.Origin, Mode = order.Mode, Gateway = string.Empty };
}
