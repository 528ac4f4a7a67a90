using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Recovery.Raw;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// What waited and could not be carried over. The lane index often still names what the rows themselves do not say any
/// more; where it does not, the totals tell how many, and the numbers that are nowhere tell between which.
/// </summary>
internal sealed class LossReport(Inventory inventory, LastKnown known, ReadingCarrier carrier, IReadOnlyList<StoreEpoch> epochs, bool consistent)
{
    private const int MostGaps = 64;
    private const string Nobody = "gateway";
    private const string Counted = "Counted, not named: numbers of this range that were delivered cannot be told from numbers that are lost.";

    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    /// <summary>Readings lost, over all lanes.</summary>
    public long Lost => s_lanes.Sum(LostOf);

    public long ParkedLost => Math.Max(0, (known.Totals?.Parked ?? 0) - carrier.Parked);

    /// <summary>Records of parcels lost: by the mark where it is no older than the store, and never fewer than those that are seen to be damaged.</summary>
    public long ParcelsLost => Math.Max((known.Parcels ?? 0) - inventory.Parcels.Count, inventory.UnprovedParcels);

    /// <returns>Gaps that together count <see cref="Lost"/>.</returns>
    public IReadOnlyList<GapBody> Gaps() => [.. s_lanes.SelectMany(Named), .. Unnamed()];

    private string DeviceOf(long position) => carrier.SuspectedOf(position) ?? Nobody;

    private long LostOf(Lane lane) => consistent && known.Totals is not null ? Short(lane) : Math.Max(Missing(lane).LongCount(), Short(lane));

    /// <summary>What the totals say is missing.</summary>
    private long Short(Lane lane) => Math.Max(0, (known.Totals?.Waiting(lane) ?? 0) - carrier.ByLane[(int)lane]);

    /// <remarks>Where the count is exact, an entry beyond it is what was hit and no reading.</remarks>
    private IEnumerable<long> NamedOf(Lane lane) => Missing(lane).Take((int)Math.Min(int.MaxValue, LostOf(lane)));

    private IEnumerable<long> Missing(Lane lane) => inventory.Indexed[(int)lane].InOrder()
        .Where(position => !carrier.Carried.Contains(position) && position <= Head);

    private long Head => known.Totals?.Position ?? carrier.Highest;

    /// <summary>One gap for each stretch of neighbours; the last one takes the rest together.</summary>
    private IEnumerable<GapBody> Named(Lane lane)
    {
        var stretches = new List<(long From, long To, long Count)>();
        foreach (long position in NamedOf(lane))
        {
            (long From, long To, long Count) last = stretches.Count > 0 ? stretches[^1] : default;
            bool joins = stretches.Count > 0 && EpochOf(last.From) == EpochOf(position) &&
                (stretches.Count >= MostGaps || (DeviceOf(last.To) == DeviceOf(position) && Neighbours(last.To, position)));
            if (joins)
            {
                stretches[^1] = (last.From, position, last.Count + 1);
            }
            else
            {
                stretches.Add((position, position, 1));
            }
        }

        return stretches.Select(stretch => Gap(lane, stretch.From, stretch.To, stretch.Count, null) with
        {
            Device = stretch.Count == 1 || stretches.Count < MostGaps ? DeviceOf(stretch.From) : Nobody,
        });
    }

    /// <remarks>Numbers run through all lanes: what lies between two lost ones of a lane and is carried over stands apart.</remarks>
    private bool Neighbours(long left, long right)
    {
        for (long position = left + 1; position < right; position++)
        {
            if (carrier.Carried.Contains(position) || right - left > 64)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<GapBody> Unnamed()
    {
        foreach (Lane lane in s_lanes)
        {
            long rest = Short(lane) - NamedOf(lane).LongCount();
            if (rest > 0)
            {
                (long from, long to) = Nowhere(rest);
                yield return Gap(lane, from, to, rest, to - from + 1 > rest ? Counted : null);
            }
        }
    }

    /// <returns>The shortest range at the head that takes in all numbers that are nowhere, or at least so many.</returns>
    private (long From, long To) Nowhere(long rest)
    {
        long first = 0;
        long next = 1;
        foreach (long position in carrier.Carried.InOrder())
        {
            first = first == 0 && position > next ? next : first;
            next = position + 1;
        }

        long last = next <= Head ? Head : Math.Max(1, LastHole(next - 1));
        first = first == 0 ? Math.Min(next, last) : first;
        return (Math.Max(1, Math.Min(first, last - rest + 1)), last);
    }

    private long LastHole(long from)
    {
        long position = from;
        while (position > 1 && carrier.Carried.Contains(position))
        {
            position--;
        }

        return position;
    }

    private GapBody Gap(Lane lane, long from, long to, long count, string? note)
    {
        StoreEpoch epoch = EpochOf(to);
        return new GapBody
        {
            Device = Nobody,
            Lane = LaneNames.Of(lane),
            Epoch = epoch.Epoch,
            FromSeq = Math.Max(1, from - epoch.Base),
            ToSeq = Math.Max(1, to - epoch.Base),
            Count = count,
            Cause = GapCauses.Damage,
            Note = note,
        };
    }

    private StoreEpoch EpochOf(long position) => epochs.LastOrDefault(epoch => epoch.Base < position && epoch.Head is not null) ?? epochs[0];
}
