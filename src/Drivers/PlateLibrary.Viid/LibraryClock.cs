using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>The library's clock, as its answers tell it (LocalTime and not the Date header: T15).</summary>
public static class LibraryClock
{
    private static readonly TimeSpan s_resolution = TimeSpan.FromSeconds(1);

    /// <param name="context">Whose clock it is held against.</param>
    /// <param name="statuses">Of the answer.</param>
    /// <param name="begun">When the question left.</param>
    public static void Tell(DriverContext context, IReadOnlyList<ViidStatus> statuses, DateTimeOffset begun)
    {
        var half = (context.Time.GetUtcNow() - begun) / 2;
        if (statuses.Count > 0 && ViidTime.Parse(statuses[0].LocalTime, context.Zone, out _) is { } told && half >= TimeSpan.Zero)
        {
            context.Watch.Clock(told - (begun + half), half > s_resolution ? half : s_resolution);
        }
    }
}
