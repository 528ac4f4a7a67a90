using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>
/// What goes first when there is no room: parked readings, of which the platform knows already; pictures, those that nobody asked for
/// before those that travel; telemetry, thinned;
/// events; what telemetry was left; and alarms only for newer alarms, when nothing else is left.
/// </summary>
internal sealed class Sacrifice(LaneRules rules)
{
    /// <summary>Readings of one step: few enough that a commit does not feel them.</summary>
    public const int Batch = 256;

    private const int MediaBatch = 32;

    private readonly Dictionary<Lane, Thinning> _thinning = new() { [Lane.Event] = new(Lane.Event), [Lane.Telemetry] = new(Lane.Telemetry) };
    private readonly List<string> _files = [];
    private GapTally _kept = new(GapCauses.Unasked);

    /// <summary>Bytes that the next steps are to win; no more goes than that takes.</summary>
    public long Goal { get; set; } = long.MaxValue;

    /// <summary>Files that go once the transaction is committed.</summary>
    public IReadOnlyList<string> Files => _files;

    public void Begin()
    {
        _files.Clear();
        _kept = new(GapCauses.Unasked);
        Array.ForEach([.. _thinning.Values], static thinning => thinning.RolledBack());
    }

    /// <returns>What went of the files that nobody had asked for, since this was asked last.</returns>
    public GapTally TakeKept()
    {
        GapTally kept = _kept;
        _kept = new(GapCauses.Unasked);
        return kept;
    }

    public void Committed() => Array.ForEach([.. _thinning.Values], static thinning => thinning.Committed());

    /// <summary>One batch of whatever goes next.</summary>
    /// <returns>False when nothing is left that may go.</returns>
    public bool Step(bool media, bool alarms, GapTally tally, StoreTables tables, Totals totals) =>
        DropParked(long.MaxValue, tables, totals)
        || (media && GiveMedia(tally, tables, totals))
        || Give(Lane.Telemetry, tally, tables, totals)
        || Give(Lane.Event, tally, tables, totals)
        || (rules.Telemetry.WhenFull == WhenFull.Thin && Drop(Lane.Telemetry, long.MaxValue, tally, tables, totals))
        || (alarms && NothingButAlarms(totals) && Give(Lane.Alarm, tally, tables, totals));

    /// <remarks>Where the oldest events may go they went before this is asked: what is left of them tells of losses.</remarks>
    private bool NothingButAlarms(Totals totals) => rules.Event.WhenFull == WhenFull.DropOldest || totals.Waiting(Lane.Event) == 0;

    /// <summary>One batch of a lane, by its rule.</summary>
    public bool Give(Lane lane, GapTally tally, StoreTables tables, Totals totals) => Rule(lane).WhenFull switch
    {
        WhenFull.Refuse => false,
        WhenFull.Thin => _thinning[lane].Step(tally, tables, totals),
        _ => Drop(lane, long.MaxValue, tally, tables, totals),
    };

    public bool Drop(Lane lane, long last, GapTally tally, StoreTables tables, Totals totals) => 
        totals.Waiting(lane) > 0 && tables.Retention.DropOldest(lane, 0, last, Most(Batch, totals.Bytes(lane), totals.Waiting(lane)), tally, totals) > 0;

    public bool DropParked(long last, StoreTables tables, Totals totals) =>
        totals.Parked > 0 && tables.Retention.DropParked(last, Most(Batch, totals.ParkedBytes, totals.Parked), totals) > 0;

    /// <summary>True when files that travel may go for lack of room.</summary>
    public bool MayGiveTravelling => rules.Media.WhenFull != WhenFull.Refuse;

    /// <summary>One batch of files, by the rule of their lane: those that nobody asked for give way even where the others are to be kept.</summary>
    public bool GiveMedia(GapTally tally, StoreTables tables, Totals totals) =>
        DropUnasked(long.MaxValue, tables, totals) || (MayGiveTravelling && DropTravelling(long.MaxValue, tally, tables, totals));

    /// <summary>Files that nobody asked for first: they must not push out what is on its way.</summary>
    public bool DropMedia(long last, GapTally tally, StoreTables tables, Totals totals) =>
        DropUnasked(last, tables, totals) || DropTravelling(last, tally, tables, totals);

    /// <summary>So many of the oldest, whatever the goal is.</summary>
    public bool DropRows(int count, GapTally tally, StoreTables tables, Totals totals) =>
        Gone(tables.Retention.DropKept(long.MaxValue, count, Unknown(tables, totals), _kept, totals))
        || (MayGiveTravelling && Gone(tables.Retention.DropMedia(long.MaxValue, count, Unknown(tables, totals), tally, totals)));

    private bool DropUnasked(long last, StoreTables tables, Totals totals) =>
        totals.Unasked is { Files: > 0 } unasked
        && Gone(tables.Retention.DropKept(last, Most(MediaBatch, unasked.Bytes, unasked.Files), Unknown(tables, totals), _kept, totals));

    private bool DropTravelling(long last, GapTally tally, StoreTables tables, Totals totals) =>
        totals.Media > 0 && Gone(tables.Retention.DropMedia(last, Most(MediaBatch, totals.MediaBytes, totals.Media), Unknown(tables, totals), tally, totals));

    private static Dropped Unknown(StoreTables tables, Totals totals) => new(Dropped.Gateway, Lane.Media, tables.Epoch, Math.Max(1, totals.Seq));

    private bool Gone(List<string> hashes)
    {
        _files.AddRange(hashes);
        return hashes.Count > 0;
    }

    /// <returns>How many of average size win the goal, from 1 to a batch.</returns>
    private int Most(int batch, long bytes, long count) => (int)Math.Clamp((double)Goal * count / Math.Max(1, bytes), 1, batch);

    public LaneRule Rule(Lane lane) => lane switch
    {
        Lane.Alarm => rules.Alarm,
        Lane.Event => rules.Event,
        Lane.Telemetry => rules.Telemetry,
        _ => rules.Media,
    };
}
