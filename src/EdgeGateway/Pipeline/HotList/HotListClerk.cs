using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>The one way in which lists change: judged, written into the audit trail, on disk, looked for; one change at a time.</summary>
/// <param name="book">What is changed.</param>
/// <param name="audit">Where it is written down first.</param>
/// <param name="time">Says what is over.</param>
/// <param name="most">Entries of all lists together.</param>
public sealed class HotListClerk(HotListBook book, HotListAudit audit, TimeProvider time, int most) : IDisposable
{
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <summary>Adds entries, or replaces those with the same id.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="origin">Whose list.</param>
    /// <param name="entries">As somebody sent them; null for one that could not be read.</param>
    /// <param name="ct">Stops the wait; what has begun is ended.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing is changed.</exception>
    public Task<IReadOnlyList<HotListVerdict>> PutAsync(HotListActor actor, string origin, IReadOnlyList<HotListEntry?> entries, CancellationToken ct) =>
        PutAsync(actor, origin, entries, null, ct);

    /// <summary>As the other one; from then on no signed file of this age or older is taken for this list.</summary>
    public Task<IReadOnlyList<HotListVerdict>> PutAsync(HotListActor actor, string origin, IReadOnlyList<HotListEntry?> entries, DateTimeOffset? stamp, CancellationToken ct) =>
        InTurnAsync(async () =>
        {
            var (verdicts, good) = Judge(origin, entries);
            await audit.RefusedAsync(actor, origin, verdicts.Where(static verdict => verdict.Refusal is not null)).ConfigureAwait(false);
            if (good.Count > 0 || stamp is not null)
            {
                List<byte[]> records = [.. good.Select(HotListRecord.OfPut), .. stamp is { } issued ? [HotListRecord.OfStamp(issued)] : Array.Empty<byte[]>()];
                await WriteAsync(actor, origin, [.. good.Select(static entry => entry.Id)], records).ConfigureAwait(false);
            }

            return (IReadOnlyList<HotListVerdict>)verdicts;
        }, ct);

    /// <summary>Withdraws entries; one that is not there counts as withdrawn.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing is changed.</exception>
    public Task<int> RemoveAsync(HotListActor actor, string origin, IReadOnlyList<string> ids, DateTimeOffset? stamp, CancellationToken ct) =>
        InTurnAsync(async () =>
        {
            string[] here = [.. ids.Distinct(StringComparer.Ordinal).Where(id => book.Of(origin)?.Holds(id) == true)];
            if (here.Length > 0 || stamp is not null)
            {
                List<byte[]> records = [.. here.Select(HotListRecord.OfRemove), .. stamp is { } issued ? [HotListRecord.OfStamp(issued)] : Array.Empty<byte[]>()];
                await WriteAsync(actor, origin, here, records).ConfigureAwait(false);
            }

            return here.Length;
        }, ct);

    /// <summary>Begins a list that will take the place of this origin's in one step.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task<HotListReplacement> BeginAsync(string origin, CancellationToken ct)
    {
        await book.Ready.WaitAsync(ct).ConfigureAwait(false);
        return new HotListReplacement(origin, book.Begin(origin), new HotListJudge(null, Room() + (book.Of(origin)?.Count ?? 0), time.GetUtcNow()));
    }

    /// <summary>From here on this is the list.</summary>
    /// <returns>Entries of the new list.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses; the list is as before.</exception>
    public Task<int> TakeAsync(HotListActor actor, HotListReplacement replacement, DateTimeOffset? stamp, CancellationToken ct) =>
        InTurnAsync(async () =>
        {
            string origin = replacement.Origin;
            if (!book.HasRoomFor(origin))
            {
                throw new StoreRefusedException(HotListFaults.TooManyLists);
            }

            await audit.RefusedAsync(actor, origin, replacement.Refused).ConfigureAwait(false);
            await audit.AcceptedAsync(actor, origin, [], replacement.Builder.Count).ConfigureAwait(false);
            try
            {
                replacement.Builder.Stamp(stamp ?? StampOf(origin));
                return book.Take(replacement.Builder).Count;
            }
            catch (StoreRefusedException)
            {
                await audit.FailedAsync(actor, origin, "disk").ConfigureAwait(false);
                throw;
            }
        }, ct);

    /// <returns>Age of the newest signed file that this list was changed by.</returns>
    public DateTimeOffset StampOf(string origin) => book.Of(origin)?.Stamp ?? DateTimeOffset.MinValue;

    public void Dispose() => _oneByOne.Dispose();

    private async Task<T> InTurnAsync<T>(Func<Task<T>> change, CancellationToken ct)
    {
        await book.Ready.WaitAsync(ct).ConfigureAwait(false);
        await _oneByOne.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return await change().ConfigureAwait(false);
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    private (HotListVerdict[] Verdicts, List<HotListEntry> Good) Judge(string origin, IReadOnlyList<HotListEntry?> entries)
    {
        var good = new List<HotListEntry>();
        var judge = new HotListJudge(book.Of(origin), Room(), time.GetUtcNow());
        bool hasRoom = book.HasRoomFor(origin);
        var verdicts = new HotListVerdict[entries.Count];
        for (int i = 0; i < entries.Count; i++)
        {
            HotListEntry? tidy = null;
            verdicts[i] = hasRoom ? judge.Judge(entries[i], out tidy) : new HotListVerdict(entries[i]?.Id ?? string.Empty, HotListFaults.TooManyLists);
            if (verdicts[i].Refusal is null)
            {
                good.Add(tidy!);
            }
        }

        return (verdicts, good);
    }

    private long Room() => Math.Max(0, most - book.Count);

    private async Task WriteAsync(HotListActor actor, string origin, IReadOnlyList<string> ids, IReadOnlyList<byte[]> records)
    {
        await audit.AcceptedAsync(actor, origin, ids, ids.Count).ConfigureAwait(false);
        try
        {
            book.Append(origin, records);
        }
        catch (StoreRefusedException)
        {
            await audit.FailedAsync(actor, origin, "disk").ConfigureAwait(false);
            throw;
        }
    }
}
