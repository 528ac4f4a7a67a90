using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Pipeline.Passages;

/// <summary>One passage as far as it is known; guarded by the book it stands in.</summary>
/// <param name="id">See <see cref="PassageInfo.Id"/>.</param>
/// <param name="anchor">Capture time of the first reading: others are measured against it, so that a chain of readings cannot grow without end.</param>
/// <param name="lane">Lane of the first reading that names one.</param>
internal sealed class Passage(string id, DateTimeOffset anchor, int? lane)
{
    /// <summary>A parked vehicle makes a new passage every three seconds; only its last ones can still be met.</summary>
    public const int MostOfOnePlate = 8;

    private const int MostLinks = 8;
    private const int MostTaken = 32;

    private readonly List<(PassageLink Link, PassageInfo Info)> _taken = [];
    private int? _lane = lane;

    public DateTimeOffset Anchor => anchor;

    /// <summary>The flag with which a driver says that the device sends more of this reading.</summary>
    public static bool IsUnfinished(PlateReadBody body) => body.Flags?.Contains(PlateFlags.PicturesFollow) == true;

    /// <summary>Across devices up to the distance; the same device is in a new passage from the distance on. A lane that nobody names contradicts nothing.</summary>
    public bool Fits(Reading reading, PlateReadBody body, TimeSpan apart)
    {
        var distance = (reading.Time - anchor).Duration();
        bool own = _taken.Any(one => one.Link.Device == reading.Device);
        return (own ? distance < apart : distance <= apart) && (_lane is null || body.LaneNo is null || _lane == body.LaneNo);
    }

    /// <returns>What this reading says of the passage; a repeat is told what the first was told.</returns>
    public PassageInfo Take(Reading reading, PlateReadBody body)
    {
        var link = Link(reading, body);
        int before = _taken.FindIndex(one => one.Link == link);
        if (before >= 0)
        {
            return _taken[before].Info;
        }

        _lane ??= body.LaneNo;
        bool parts = body.PassageKey is not null;
        var info = new PassageInfo
        {
            Id = id,
            Version = 1 + (parts ? _taken.Count(one => one.Link.Device == reading.Device && one.Info.Final is false) : 0),
            Final = parts ? !IsUnfinished(body) : null,
            Links = _taken.Count > 0 ? [.. _taken.TakeLast(MostLinks).Select(one => one.Link)] : null,
        };
        _taken.Add((link, info));
        if (_taken.Count > MostTaken)
        {
            _taken.RemoveAt(0);
        }

        return info;
    }

    private static PassageLink Link(Reading reading, PlateReadBody body) => body.Source?.NativeId is { } native
        ? new PassageLink(reading.Device, native)
        : new PassageLink(reading.Device, Time: reading.Time);
}
