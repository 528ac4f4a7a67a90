using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Store.Retention;

/// <summary>
/// Everything the store does of its own accord, in steps on the writer's thread: gap rows become readings, what is too
/// old or too much goes, room is made before the disk is full, and when it is full.
/// </summary>
internal sealed class Housekeeping
{
    /// <summary>Steps of one emergency: about a second on a slow disk, then the callers are refused and the rest follows.</summary>
    private const int EmergencySteps = 200;

    private static readonly HashSet<string> s_none = [];

    private readonly StoreOptions _options;
    private readonly StoreTables _tables;
    private readonly Spool _spool;
    private readonly GapReadings _gaps;
    private readonly AgeMarks _marks;
    private readonly Sacrifice _sacrifice;
    private readonly Expiry _expiry;
    private readonly RoomGauge _gauge;
    private readonly Pace _pace;
    private readonly Ballast _ballast;
    private readonly RetentionEpisodes _episodes;
    private readonly FilesAhead _ahead;
    private readonly EvidenceExpiry _evidence;
    private readonly EvidenceHeads _heads;
    private Room _room;
    private IReadOnlySet<string> _wanted = s_none;

    public Housekeeping(StoreOptions options, StoreTables tables, Spool spool, RoomGauge gauge, Pace pace, TimeProvider time, ILogger log)
    {
        (_options, _tables, _spool) = (options, tables, spool);
        var age = new StoreAge(time, tables.Age.Last());
        _gaps = new GapReadings(options, time);
        TimeSpan longest = Expiry.Longest(options.Lanes);
        _marks = new AgeMarks(age, longest > options.Evidence.Keep ? longest : options.Evidence.Keep);
        _evidence = new EvidenceExpiry(options.Evidence.Keep, options.Evidence.Most(gauge.Disk.Total, options.DatabaseMost), age);
        _heads = new EvidenceHeads(options, time, age);
        _sacrifice = new Sacrifice(options.Lanes);
        _expiry = new Expiry(options.Lanes, _sacrifice, age);
        (_gauge, _pace) = (gauge, pace);
        _ballast = new Ballast(options.Folder, gauge.Plan.Ballast);
        _episodes = new RetentionEpisodes(time, log);
        _ahead = new FilesAhead(tables, spool);
    }

    /// <summary>Looks from any thread whether a step is worth a transaction; cheap.</summary>
    public bool MayBeDue(Totals committed)
    {
        DiskSpace disk = _gauge.Disk;
        return _gaps.MayBeDue(committed) || _marks.IsDue || _expiry.MayBeDue(committed)
            || _gauge.MayBeShort(disk) || IsDatabaseFilling(committed) || MayMakeBallast(disk);
    }

    private bool IsDatabaseFilling(Totals committed) =>
        committed.ParkedBytes + committed.Bytes(Lane.Alarm) + committed.Bytes(Lane.Event) + committed.Bytes(Lane.Telemetry) > _options.DatabaseMost / 2;

    /// <summary>One step inside the writer's transaction.</summary>
    /// <returns>True when another should follow soon.</returns>
    public bool Write(Totals totals)
    {
        _sacrifice.Begin();
        _episodes.Begin();
        _gaps.Write(_tables, totals);
        if (_marks.Write(_tables, totals))
        {
            NowAndThen(totals);
        }

        var kept = new GapTally(GapCauses.Retention);
        bool more = _expiry.Write(kept, _tables, totals);
        Merge(kept, totals);
        return more | _evidence.Write(_tables) | MakeRoom(alarms: false, totals);
    }

    private void NowAndThen(Totals totals)
    {
        _evidence.Look();
        _heads.Write(_tables, totals);
        if (_pace.Known is { } rates)
        {
            _tables.Memory.Put(Rates.Name, rates.ToString());
        }
    }

    /// <summary>After the step's commit: files go, the ballast comes back.</summary>
    public void Committed()
    {
        _marks.Committed();
        DropFiles();
        if (MayMakeBallast(_gauge.Disk))
        {
            _ballast.Make();
        }
    }

    /// <returns>True when the lane is to be refused: it keeps what it has and has no room for more.</returns>
    public bool Refuses(Lane lane) => IsFull(lane, _tables.Totals);

    /// <summary>Files that nobody asked for give way before one that travels is refused.</summary>
    /// <param name="files">As in <see cref="MakeRoomForFiles"/>.</param>
    /// <returns>True when files are to be refused: those that are here are to be kept, and there is no room for more.</returns>
    public bool RefusesFiles(Func<IReadOnlySet<string>> files)
    {
        for (int step = 0; IsFull(Lane.Media, _tables.Totals); step++)
        {
            Totals totals = _tables.Totals;
            long over = totals.MediaBytes - _options.Lanes.Media.Quota + 1 ?? 0;
            (_wanted, _sacrifice.Goal) = (files(), Math.Max(over, _room.DiskShort ? _room.Lacks : 0));
            bool gave = _sacrifice.Goal > 0 && totals.Unasked.Files > 0 && step < EmergencySteps && TryStep(GiveFiles);
            _wanted = s_none;
            if (!gave)
            {
                return true;
            }
        }

        return false;
    }

    public bool IsNoRoom(IOException failure) => NoRoom.Is(failure, () => _gauge.Disk);

    /// <returns>True when a file that met this goes without its reading being refused.</returns>
    public bool MayGiveUp(IOException failure, bool travels) => (_sacrifice.MayGiveTravelling || !travels) && IsNoRoom(failure);

    /// <summary>Older files make room for newer ones; facts do not.</summary>
    /// <param name="bytes">Bytes that wait for room.</param>
    /// <param name="files">Hashes of files that are being written: they stay, whatever becomes of an older row of theirs.</param>
    /// <returns>True when it is worth another try.</returns>
    public bool MakeRoomForFiles(long bytes, IReadOnlySet<string> files)
    {
        bool made = false;
        (_wanted, _sacrifice.Goal) = (files, bytes);
        for (int step = 0; step < EmergencySteps && _gauge.Disk.Free < bytes && TryStep(GiveFiles); step++)
        {
            made = true;
        }

        _wanted = s_none;

        // The ballast is for the deletes that make room; pictures get it only when nothing older could go.
        return made || (_sacrifice.MayGiveTravelling && _ballast.GiveUp());
    }

    /// <summary>The disk did not take a commit or a file: gives up ballast, then whatever goes next.</summary>
    /// <param name="failure">What it said.</param>
    /// <param name="bytes">Bytes that wait for room.</param>
    /// <param name="alarms">True when alarms are among them: then older alarms may go.</param>
    /// <param name="files">Hashes of files that it names: they stay on disk, whatever becomes of an older row of theirs.</param>
    /// <returns>True when it is worth another try.</returns>
    public bool MakeRoomAfter(Exception failure, long bytes, bool alarms, IReadOnlySet<string> files)
    {
        if (!NoRoom.Is(failure, () => _gauge.Disk))
        {
            return false;
        }

        (_wanted, _sacrifice.Goal) = (files, bytes);
        bool made = _ballast.GiveUp();
        long wanted = _gauge.ForFacts(_tables) + bytes;
        for (int step = 0; step < EmergencySteps && (step == 0 || _gauge.ForFacts(_tables) < wanted); step++)
        {
            if (!TryStep(totals => GiveAny(alarms, totals)) && !TryStepInNoRoom(totals => GiveAny(alarms, totals)))
            {
                break;
            }

            made = true;
        }

        _wanted = s_none;
        return made;
    }

    /// <summary>
    /// Not even deleting goes, for a delete is written first: the log is used again from its beginning, or else the oldest
    /// pictures go before their rows do. A crash between the two finds rows without a file, which the start tells as gaps. A disk that
    /// refuses and is not full gets nothing for it.
    /// </summary>
    private bool TryStepInNoRoom(Func<Totals, bool> give) =>
        (_tables.TryEmptyLog() && TryStep(give))
        || (_gauge.Disk.Free < FilesAhead.Enough && _ahead.Give(_wanted, _sacrifice.MayGiveTravelling) && TryStep(give));

    private bool GiveAny(bool alarms, Totals totals)
    {
        _room = _gauge.Look(_tables);
        return Give(alarms, media: !_room.DatabaseShort, totals);
    }

    /// <summary>Rows whose file went ahead of them go before anything else does.</summary>
    private bool DropRowsOfGone(Totals totals)
    {
        if (_ahead.Count == 0)
        {
            return false;
        }

        var full = new GapTally(GapCauses.DiskFull);
        bool more = _sacrifice.DropRows(_ahead.Count, full, _tables, totals);
        Merge(full, totals);
        return more;
    }

    private bool GiveFiles(Totals totals)
    {
        var full = new GapTally(GapCauses.DiskFull);
        bool more = _sacrifice.GiveMedia(full, _tables, totals);
        Merge(full, totals);
        return more;
    }

    private bool TryStep(Func<Totals, bool> give)
    {
        bool more = false;
        try
        {
            _tables.Transact(totals =>
            {
                _sacrifice.Begin();
                _episodes.Begin();
                more = DropRowsOfGone(totals) || give(totals);
            });
        }
        catch (Exception)
        {
            // Not even deleting goes: those who wait are refused, and the next step tries again.
            return false;
        }

        _ahead.Committed();
        DropFiles();
        return more;
    }

    private bool MakeRoom(bool alarms, Totals totals)
    {
        _room = _gauge.Look(_tables);
        _sacrifice.Goal = _room.Lacks;
        return _room.IsShort && Give(alarms, _room.DiskShort, totals);
    }

    private bool Give(bool alarms, bool media, Totals totals)
    {
        var full = new GapTally(GapCauses.DiskFull);
        bool more = _sacrifice.Step(media, alarms, full, _tables, totals);
        Merge(full, totals);
        return more;
    }

    private void Merge(GapTally tally, Totals totals)
    {
        foreach (GapTally part in (GapTally[])[tally, _sacrifice.TakeKept()])
        {
            _tables.Gaps.Merge(part, totals);
            _episodes.Note(part);
        }
    }

    private bool IsFull(Lane lane, Totals totals)
    {
        LaneRule rule = _sacrifice.Rule(lane);
        if (rule.WhenFull != WhenFull.Refuse)
        {
            return false;
        }

        // Looked at again for each commit while it is short, so that it takes readings as soon as there is room.
        _room = _room.IsShort ? _gauge.Look(_tables) : _room;
        return totals.Bytes(lane) >= rule.Quota || _room.IsShort;
    }

    private bool MayMakeBallast(DiskSpace disk) => !_ballast.IsThere && disk.Free > _ballast.Bytes + (_gauge.Plan.Reserve / 2);

    /// <remarks>A reading of the same commit may have queued a hash again: then a row holds the file.</remarks>
    private void DropFiles()
    {
        _sacrifice.Committed();
        _spool.Delete(_sacrifice.Files.Where(sha256 => !_tables.Media.Holds(sha256) && !_wanted.Contains(sha256)));
        _episodes.Committed();
    }
}
