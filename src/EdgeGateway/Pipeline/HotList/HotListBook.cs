using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Store.HotList;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>
/// Every list that is looked for, in memory and on disk. Looking needs no lock but a list's own for a microsecond; changes come one at a
/// time from <see cref="HotListClerk"/>.
/// </summary>
public sealed class HotListBook : IDisposable
{
    /// <summary>Lists that are kept apart; each costs every plate a look.</summary>
    public const int ListsMost = 32;

    /// <summary>Hits that one reading is told of; the best ones.</summary>
    public const int FindsMost = 16;

    private const string Area = "hotlist";

    /// <summary>How long an entry that is over stays in its file.</summary>
    private static readonly TimeSpan s_keepOver = TimeSpan.FromDays(90);

    private readonly HotListFolder _folder;
    private readonly TimeProvider _time;
    private readonly FaultCounters _counters;
    private readonly ILogger _log;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<HotListDamage> _damages = [];
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private volatile WatchedList[] _lists = [];
    private volatile bool _unknown;
    private volatile bool _disposed;

    public HotListBook(HotListFolder folder, TimeProvider time, FaultCounters counters, ILogger<HotListBook> log) =>
        (_folder, _time, _counters, _log) = (folder, time, counters, log);

    /// <summary>Completes when every list is in memory; until then nothing is found.</summary>
    public Task Ready => _ready.Task;

    /// <summary>What was wrong with the files; complete when <see cref="Ready"/> is.</summary>
    public IReadOnlyList<HotListDamage> Damages => _damages;

    /// <summary>Entries of all lists.</summary>
    public int Count => _lists.Sum(static list => list.Count);

    /// <summary>Begins to load, on a thread of its own.</summary>
    public void Start() => new Thread(Load) { IsBackground = true, Name = "hot lists" }.Start();

    /// <returns>What this plate matches now, the surest first; mostly the same empty list.</returns>
    public IReadOnlyList<HotListFind> Find(PlateInfo plate)
    {
        var lists = _lists;
        if (lists.Length == 0 || EntryMatch.TextOf(plate) is not { } text)
        {
            return [];
        }

        while (!_disposed)
        {
            try
            {
                return Find(_lists, plate, text);
            }
            catch (ObjectDisposedException)
            {
                // One was replaced while it was looked at: the new one is there.
            }
        }

        // Nobody looks any more: then nothing is taken either.
        throw new StoreRefusedException("the gateway stops");
    }

    public void Dispose()
    {
        _disposed = true;
        foreach (var list in _lists)
        {
            list.Dispose();
        }
    }

    internal WatchedList? Of(string origin) => Array.Find(_lists, list => list.Origin == origin);

    /// <returns>Whether an origin may have a list.</returns>
    internal bool HasRoomFor(string origin) => _lists.Length < ListsMost || Of(origin) is not null;

    /// <summary>Writes records to a list, which is made when there is none.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing is changed.</exception>
    internal void Append(string origin, IReadOnlyList<byte[]> records)
    {
        var list = Of(origin);
        if (list is null)
        {
            if (_unknown || _unreadable.Contains(origin))
            {
                throw new StoreRefusedException($"the hot list {origin} could not be read, and is not written over");
            }

            using var first = Begin(origin);
            list = Take(first);
        }

        list.Append(records);
        if (list.IsStale)
        {
            Renew(list);
        }
    }

    /// <summary>A list that will take the place of this origin's.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    internal ListBuilder Begin(string origin) => new(origin, _folder.Begin(origin));

    /// <summary>From here on this is the origin's list.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; the list is as before, or it is the new one and only its name is not durable yet.</exception>
    internal WatchedList Take(ListBuilder builder)
    {
        var list = builder.Take();
        var before = Of(list.Origin);
        _lists = [.. _lists.Where(other => other.Origin != list.Origin), list];
        _unreadable.Remove(list.Origin);
        before?.Dispose();
        list.Settle();
        return list;
    }

    private IReadOnlyList<HotListFind> Find(WatchedList[] lists, PlateInfo plate, string text)
    {
        List<HotListFind>? finds = null;
        var now = _time.GetUtcNow();
        bool all = true;
        foreach (var list in lists)
        {
            all &= list.Find(plate, text, now, ref finds);
        }

        if (!all || finds?.Count > FindsMost)
        {
            Told(finds ??= []);
        }

        return finds ?? (IReadOnlyList<HotListFind>)[];
    }

    private void Told(List<HotListFind> finds)
    {
        if (HotListLog.IsWorthALine(_counters.Count(Area, "not-everything-told")))
        {
            HotListLog.NotEverythingTold(_log, finds.Count);
        }

        finds.Sort(static (a, b) => (!a.IsExact, a.Cost, a.Entry?.Priority ?? int.MaxValue).CompareTo((!b.IsExact, b.Cost, b.Entry?.Priority ?? int.MaxValue)));
        finds.RemoveRange(Math.Min(FindsMost, finds.Count), Math.Max(0, finds.Count - FindsMost));
    }

    /// <summary>Writes a list anew without its history. Not needed for anything: what refuses it waits for the next time.</summary>
    private void Renew(WatchedList list)
    {
        try
        {
            using var builder = Begin(list.Origin);
            list.CopyTo(builder, _time.GetUtcNow() - s_keepOver);
            Take(builder);
        }
        catch (Exception refused) when (refused is StoreRefusedException or IOException)
        {
            HotListLog.NotRenewed(_log, list.Origin, refused);
        }
    }

    private void Load()
    {
        long began = _time.GetTimestamp();
        try
        {
            foreach (string origin in _folder.Origins())
            {
                LoadOne(origin);
            }
        }
        catch (StoreRefusedException refused)
        {
            _unknown = true;
            _damages.Add(new HotListDamage("*", -1, 0, null));
            HotListLog.NotRead(_log, "*", refused);
        }
        finally
        {
            HotListLog.Loaded(_log, Count, _lists.Length, (long)_time.GetElapsedTime(began).TotalMilliseconds);
            _ready.TrySetResult();
        }
    }

    private void LoadOne(string origin)
    {
        try
        {
            var loader = new ListLoader(origin);
            var (file, damage) = _folder.Open(origin, loader.Begin);
            _lists = [.. _lists, loader.End(file)];
            if (damage is not null)
            {
                _damages.Add(damage);
                HotListLog.Damaged(_log, origin, damage.Lost, damage.Torn, damage.SetAside);
            }
        }
        catch (Exception refused)
        {
            // Whatever is in a file, the others are loaded and readings are let in.
            _unreadable.Add(origin);
            _damages.Add(new HotListDamage(origin, -1, 0, null));
            HotListLog.NotRead(_log, origin, refused);
        }
    }
}
