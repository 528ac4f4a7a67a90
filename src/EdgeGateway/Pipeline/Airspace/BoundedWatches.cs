using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>
/// So many that are watched, and no more; those that must stay always have a place, beside as many others as there may be. Beyond, that one makes room which has been
/// known for the shortest time: whoever invents aircraft pushes out what he has invented.
/// </summary>
/// <param name="most">How many.</param>
/// <param name="gone">Told of one that made room.</param>
/// <param name="log">Where it is told.</param>
internal sealed class BoundedWatches<TKey, TWatch>(int most, Action<TWatch> gone, ILogger log)
    where TKey : notnull
    where TWatch : class, IWatched
{
    private readonly Dictionary<TKey, TWatch> _watches = [];
    private long _forgotten;

    public int Count => _watches.Count;

    public Dictionary<TKey, TWatch>.ValueCollection All => _watches.Values;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TWatch watch) => _watches.TryGetValue(key, out watch);

    /// <returns>False when all that could make room must stay.</returns>
    public bool TryAdd(TKey key, TWatch watch)
    {
        if (_watches.Count >= most && !watch.IsConfigured && !MadeRoom())
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
        (TKey Key, TWatch Watch)? least = null;
        int strangers = 0;
        foreach (var (key, watch) in _watches)
        {
            strangers += watch.IsConfigured ? 0 : 1;
            if (!watch.MustStay && (least is not { } other || IsLess(watch, other.Watch)))
            {
                least = (key, watch);
            }
        }

        if (strangers < most)
        {
            return true;
        }

        if ((++_forgotten & (_forgotten - 1)) == 0)
        {
            AirLog.Forgotten(log, most, _forgotten);
        }

        if (least is not var (leaving, left))
        {
            return false;
        }

        _watches.Remove(leaving);
        gone(left);
        return true;
    }

    /// <summary>Known for less time; of two that were heard once, the one that was heard earlier.</summary>
    private static bool IsLess(TWatch one, TWatch other) => one.Lasted != other.Lasted ? one.Lasted < other.Lasted : one.HeardAt < other.HeardAt;
}
