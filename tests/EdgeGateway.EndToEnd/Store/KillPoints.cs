using EdgeGateway.EndToEnd.Support;
namespace EdgeGateway.EndToEnd.Store;

/// <summary>The chosen instants, in an order that mixes them, so that every kind meets new stores and old ones.</summary>
internal static class KillPoints
{
    public static IReadOnlyList<KillPoint> All { get; } = Mix(RunSize.Long ? Full() : Short());

    private static IEnumerable<KillPoint> Short() =>
    [
        .. Points("pwrite64", [1, 9, 14, 33, 60, 150], 40),
        .. Points("fsync", [1, 3, 5, 7, 11, 20], 40),
        .. Points("rename", [1, 3], 40),
        .. Points("openat", [2, 5, 9, 20], 40),
        .. Points("ftruncate", [1, 2, 4], 40),
        .. Points("mkdir", [1, 3], 40),
        .. Points("unlink", [1, 2], 2),
    ];

    private static IEnumerable<KillPoint> Full() =>
    [
        .. Points("pwrite64", Enumerable.Range(1, 90).Concat(Enumerable.Range(1, 40).Select(static step => 90 + (step * 17))), 40),
        .. Points("fsync", Enumerable.Range(1, 80), 40),
        .. Points("rename", Enumerable.Range(1, 15), 40),
        .. Points("openat", Enumerable.Range(1, 60), 40),
        .. Points("ftruncate", Enumerable.Range(1, 15), 40),
        .. Points("mkdir", Enumerable.Range(1, 15), 40),
        .. Points("unlink", [1, 2, 1, 2, 1, 2], 2),
    ];

    private static IEnumerable<KillPoint> Points(string call, IEnumerable<int> whens, int readings) =>
        from when in whens
        from done in new[] { false, true }
        select new KillPoint(call, when, done, readings);

    private static KillPoint[] Mix(IEnumerable<KillPoint> points)
    {
        KillPoint[] mixed = [.. points];
        new Random(20261122).Shuffle(mixed);
        return mixed;
    }
}
