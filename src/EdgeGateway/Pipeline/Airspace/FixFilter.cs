using EdgeGateway.Protocol.Geo;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>
/// Doubts places that could not be reached in the time: a receiver that is off by kilometres for a moment must neither begin nor end an alarm. When several
/// fixes over some seconds agree with each other and not with what was believed, they are believed.
/// </summary>
/// <param name="jumpSpeedMps">Metres a second that nothing here flies.</param>
internal sealed class FixFilter(double jumpSpeedMps)
{
    /// <summary>What a good receiver may be off from one fix to the next, and what comes late in one heap.</summary>
    private const double SlackM = 30;

    /// <summary>More than the length of a degree anywhere.</summary>
    private const double DegreeM = 112_000;

    private const int AgreeingMost = 3;

    private static readonly TimeSpan s_agreeing = TimeSpan.FromSeconds(2);

    private (GeoPoint Place, TimeSpan At)? _believed;
    private (GeoPoint Place, TimeSpan At, TimeSpan Since, int Count)? _doubted;

    /// <summary>Fixes that were not believed.</summary>
    public long Doubted { get; private set; }

    /// <returns>Whether the place is believed.</returns>
    public bool Believes(GeoPoint place, TimeSpan now)
    {
        if (_believed is not { } last || IsReachable(last.Place, place, now - last.At, jumpSpeedMps) || Agree(place, now))
        {
            (_believed, _doubted) = ((place, now), null);
            return true;
        }

        Doubted++;
        return false;
    }

    /// <returns>Whether something that is no faster comes from one place to the other in the time.</returns>
    public static bool IsReachable(GeoPoint from, GeoPoint to, TimeSpan within, double speedMps)
    {
        double allowed = SlackM + (speedMps * Math.Max(0, within.TotalSeconds));
        return (Math.Abs(to.Lat - from.Lat) + Math.Abs(to.Lon - from.Lon)) * DegreeM <= allowed || Geodesic.DistanceM(from, to) <= allowed;
    }

    private bool Agree(GeoPoint place, TimeSpan now)
    {
        _doubted = _doubted is { } doubted && IsReachable(doubted.Place, place, now - doubted.At, jumpSpeedMps)
            ? (place, now, doubted.Since, doubted.Count + 1)
            : (place, now, now, 1);
        return _doubted.Value.Count >= AgreeingMost && now - _doubted.Value.Since >= s_agreeing;
    }
}
