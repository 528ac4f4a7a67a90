using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>So many that are watched, and no more: beyond, one without an alarm makes room, the longest silent first.</summary>
/// <param name="most">How many.</param>
/// <param name="heardAt">When one was heard of last.</param>
/// <param name="hasAlarm">Such a one stays.</param>
/// <param name="log">Where it is told.</param>
internal sealed class BoundedWatches<TKey, TWatch>(int most, Func<TWatch, TimeSpan> heardAt, Func<TWatch, bool> hasAlarm, ILogger log)
    where TKey : notnull
    where TWatch : class
{
    private readonly Dictionary<TKey, TWatch> _watches = [];
    private long _forgotten;

    public int Count => _watches.Count;

    public Dictionary<TKey, TWatch>.ValueCollection All => _watches.Values;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TWatch watch) => _watches.TryGetValue(key, out watch);

    /// <returns>False when all that are there have an alarm.</returns>
    public bool TryAdd(TKey key, TWatch watch)
    {
        if (_watches.Count >= most && !MadeRoom())
        {
            return false;
        }

        _watches.Add(key, watch);
        return true;
    }

    public void Remove(Func<TWatch, bool> which)
    {
        foreach (var (key, watch) in _watches)
        {
            if (which(watch))
            {
                _watches.Remove(key);
            }
        }
    }

    private bool MadeRoom()
    {
        var (key, watch) = _watches.Where(one => !hasAlarm(one.Value)).OrderBy(one => heardAt(one.Value)).FirstOrDefault();
        if ((++_forgotten & (_forgotten - 1)) == 0)
        {
            AirLog.Forgotten(log, most, _forgotten);
        }

        return watch is not null && _watches.Remove(key);
    }
}
